import type { Voice } from './speech';

/** A phone without a Chinese voice stays silent without saying so; after this long we say it. */
const START_WITHIN_MS = 4_000;

/** The browser's own voice. */
export function browserVoice(): Voice {
  const synthesis = typeof window === 'undefined' ? undefined : window.speechSynthesis;
  return {
    available: synthesis !== undefined,
    say: (piece) => (synthesis ? speak(synthesis, piece) : Promise.reject(new Error('no speech'))),
    stop: () => synthesis?.cancel(),
  };
}

function speak(synthesis: SpeechSynthesis, piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const utterance = new SpeechSynthesisUtterance(piece);
    utterance.lang = 'zh-CN';
    // A little slower than the default: the listeners are old, and it is law.
    utterance.rate = 0.9;
    const tooLate = setTimeout(() => {
      synthesis.cancel();
      reject(new Error('the voice did not start'));
    }, START_WITHIN_MS);
    utterance.onstart = () => clearTimeout(tooLate);
    utterance.onend = () => {
      clearTimeout(tooLate);
      resolve();
    };
    utterance.onerror = ({ error }) => {
      clearTimeout(tooLate);
      if (error === 'canceled' || error === 'interrupted') resolve();
      else reject(new Error(error));
    };
    synthesis.speak(utterance);
  });
}
