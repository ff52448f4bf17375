/**
 * WeChat's built-in components. A template that uses another tag, and does not declare it, is wrong in WeChat too.
 * The DOM element of `view` is `wx-view`, so that a mini-program's `<input>` can hold a real one.
 */
export const BUILTIN_TAGS = [
  'view',
  'text',
  'image',
  'button',
  'input',
  'textarea',
  'scroll-view',
  'swiper',
  'swiper-item',
  'navigator',
  'form',
  'label',
  'switch',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'slider',
  'progress',
  'icon',
  'rich-text',
  'picker',
  'picker-view',
  'picker-view-column',
  'canvas',
  'root-portal',
  'page-meta',
  'navigation-bar',
  'cover-view',
  'cover-image',
  'movable-area',
  'movable-view',
  'page-container',
  'match-media',
  'web-view',
  'video',
  'audio',
  'map',
  'camera',
  'live-player',
  'live-pusher',
  'open-data',
  'ad',
  'official-account',
  'editor',
  'functional-page-navigator',
  'share-element',
  'keyboard-accessory',
  'sticky-header',
  'sticky-section',
  'list-view',
  'grid-view',
  'snapshot',
] as const;

/** Drawn by the compiler itself, not by a component. */
export const TEMPLATE_TAGS = ['block', 'template', 'import', 'include', 'wxs', 'slot'] as const;

/** `view` → `wx-view`; `dom-input` (only in the host's own templates) → the browser's `input`. */
export function domTag(tag: string): string {
  return tag.startsWith('dom-') ? tag.slice(4) : `wx-${tag}`;
}
