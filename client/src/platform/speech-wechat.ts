import Taro from '@tarojs/taro';
import type { Voice } from './speech';

/** The part of the WechatSI plug-in (微信同声传译) that is used. */
interface WechatSI {
  textToSpeech(options: {
    lang: 'zh_CN';
    tts: true;
    content: string;
    success: (result: { filename: string }) => void;
    fail: (failure: { msg: string }) => void;
  }): void;
}

/** WeChat's voice: the plug-in makes a sound file of each piece, which is then played. */
export function wechatVoice(): Voice {
  const plugin = SPEECH_PLUGIN ? (Taro.requirePlugin('WechatSI') as WechatSI) : undefined;
  let silence = () => {};
  return {
    available: plugin !== undefined,
    async say(piece) {
      if (!plugin) throw new Error('no speech');
      const file = await soundOf(plugin, piece);
      await new Promise<void>((resolve, reject) => {
        const player = Taro.createInnerAudioContext();
        const finish = () => {
          player.destroy();
          resolve();
        };
        silence = finish;
        player.onEnded(finish);
        player.onError(({ errMsg }) => {
          player.destroy();
          reject(new Error(errMsg));
        });
        player.src = file;
        player.play();
      });
    },
    stop: () => silence(),
  };
}

function soundOf(plugin: WechatSI, content: string): Promise<string> {
  return new Promise((resolve, reject) => {
    plugin.textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content,
      success: ({ filename }) => resolve(filename),
      fail: ({ msg }) => reject(new Error(msg)),
    });
  });
}
