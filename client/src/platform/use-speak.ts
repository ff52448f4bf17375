import Taro, { useDidHide, useUnload } from '@tarojs/taro';
import { useCallback, useRef, useState } from 'react';
import { piecesOf } from './speech';
import { browserVoice } from './speech-browser';
import { wechatVoice } from './speech-wechat';

const voice = process.env.TARO_ENV === 'weapp' ? wechatVoice() : browserVoice();

/** Whether this phone can read aloud. */
export const canSpeak = voice.available;

/** Reading aloud for one page: it falls silent when the page is left. */
export function useSpeak() {
  const [speaking, setSpeaking] = useState(false);
  /** Each reading has a number, so that an older one that is still ending does not end the new one. */
  const reading = useRef(0);

  const stop = useCallback(() => {
    reading.current += 1;
    voice.stop();
    setSpeaking(false);
  }, []);

  const start = useCallback(async (text: string) => {
    voice.stop();
    const mine = ++reading.current;
    setSpeaking(true);
    try {
      for (const piece of piecesOf(text)) {
        if (reading.current !== mine) return;
        await voice.say(piece);
      }
    } catch {
      if (reading.current === mine) void Taro.showToast({ title: '这部手机念不了，可以打开大字看', icon: 'none' });
    }
    if (reading.current === mine) setSpeaking(false);
  }, []);

  useDidHide(stop);
  useUnload(stop);
  return { available: canSpeak, speaking, start, stop };
}
