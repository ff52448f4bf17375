/** How WeChat's own components look when the mini-program says nothing, as far as layout depends on it. */
export const HOST_CSS = `
html, body { margin: 0; height: 100%; overflow: hidden; font: 16px -apple-system, "Noto Sans CJK SC", sans-serif; }
:root { --rpx: calc(100vw / 750); --vh: 1vh; }
.wx-app { position: absolute; inset: 0; overflow: hidden; background: #fff; }
.wx-window { position: absolute; inset: 0; background: #fff; }
.wx-navigation-bar-drawn { box-sizing: border-box; position: relative; display: flex; align-items: center; justify-content: center; }
.wx-title { font-weight: 600; font-size: 17px; max-width: 180px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.wx-back { position: absolute; left: 8px; bottom: 4px; width: 36px; height: 36px; font-size: 30px; line-height: 30px; border: 0; background: none; color: inherit; }
.wx-frame { position: relative; transform: translateZ(0); overflow: hidden; }
.wx-document { height: 100%; overflow: hidden auto; scrollbar-width: none; }
.wx-tab-bar { position: absolute; left: 0; right: 0; bottom: 0; border-top: 1px solid #e5e5e5; box-sizing: border-box; z-index: 5; }
.wx-tab { flex: 1; position: relative; border: 0; background: none; display: flex; flex-direction: column; align-items: center; justify-content: center; font-size: 11px; color: inherit; }
.wx-tab img { width: 27px; height: 27px; }
.wx-badge { position: absolute; top: 2px; left: 56%; background: #fa5151; color: #fff; border-radius: 9px; padding: 0 5px; }
.wx-toast { position: absolute; z-index: 20; left: 50%; top: 45%; transform: translate(-50%, -50%); padding: 12px 16px; border-radius: 8px; background: rgba(0,0,0,.75); color: #fff; max-width: 70%; white-space: pre-wrap; }
.wx-mask { position: absolute; z-index: 30; inset: 0; background: rgba(0,0,0,.5); display: flex; align-items: center; justify-content: center; }
.wx-panel { background: #fff; border-radius: 12px; width: 80%; padding: 20px 0 0; text-align: center; }
.wx-panel-sheet { position: absolute; bottom: 0; width: 100%; border-radius: 12px 12px 0 0; }
.wx-panel-title { font-weight: 600; padding: 0 20px 8px; } .wx-panel-text { padding: 0 20px 16px; white-space: pre-wrap; color: #555; }
.wx-panel-buttons { display: flex; border-top: 1px solid #eee; } .wx-panel-sheet .wx-panel-buttons { flex-direction: column; }
.wx-panel-button { flex: 1; padding: 14px; border: 0; border-top: 1px solid #eee; background: none; font-size: 17px; color: #576b95; }
.wx-panel select { font-size: 17px; margin: 8px; }
wx-view, wx-form, wx-navigator, wx-page, wx-swiper-item, wx-picker-view, wx-cover-view, wx-checkbox-group, wx-radio-group, wx-rich-text { display: block; }
wx-page { min-height: 100%; display: flow-root; } wx-comp, wx-custom-wrapper { display: inline; }
wx-text { display: inline; white-space: pre-line; } wx-label, wx-picker { display: inline; }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; } wx-image > img { display: block; width: 100%; height: 100%; }
wx-button { display: block; box-sizing: border-box; position: relative; margin: 0 auto; padding: 0 14px; font-size: 18px; text-align: center; line-height: 2.55555556; border-radius: 5px; overflow: hidden; color: #000; background: #f8f8f8; }
wx-button::after { content: ""; position: absolute; inset: 0 auto auto 0; width: 200%; height: 200%; border: 1px solid rgba(0,0,0,.2); transform: scale(.5); transform-origin: 0 0; box-sizing: border-box; border-radius: 10px; pointer-events: none; }
wx-input { display: block; height: 1.4rem; min-height: 1.4rem; overflow: hidden; text-overflow: clip; } wx-input > input, wx-textarea > textarea { font: inherit; color: inherit; width: 100%; height: 100%; border: 0; padding: 0; margin: 0; background: none; outline: none; text-align: inherit; resize: none; display: block; letter-spacing: inherit; }
wx-textarea { display: block; position: relative; width: 300px; height: 150px; }
wx-scroll-view { display: block; width: 100%; -webkit-overflow-scrolling: touch; }
wx-swiper { display: block; height: 150px; overflow: hidden; position: relative; } wx-swiper > .wx-track { display: flex; height: 100%; } wx-swiper-item { flex: 0 0 100%; height: 100%; overflow: hidden; }
wx-swiper.wx-vertical > .wx-track { flex-direction: column; }
wx-picker-view { height: 200px; } wx-picker-view > .wx-track { display: flex; height: 100%; } wx-picker-view-column { flex: 1; overflow: auto; display: block; text-align: center; }
wx-switch, wx-checkbox, wx-radio, wx-icon { display: inline-block; } wx-switch > span { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf; position: relative; }
wx-switch > span::after { content: ""; position: absolute; top: 2px; left: 2px; width: 28px; height: 28px; border-radius: 14px; background: #fff; } wx-switch.wx-checked > span::after { left: 22px; }
wx-checkbox > span, wx-radio > span { display: inline-block; width: 22px; height: 22px; border: 1px solid #d1d1d1; box-sizing: border-box; vertical-align: middle; text-align: center; line-height: 20px; } wx-radio > span { border-radius: 11px; }
wx-canvas { display: block; width: 300px; height: 150px; position: relative; } wx-canvas > canvas { width: 100%; height: 100%; display: block; }
wx-slider, wx-progress { display: block; } wx-slider > input { width: 90%; }
`;
