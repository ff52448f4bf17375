import { useSpeak } from '@/platform/use-speak';
import { ActionButton } from './action-button';

/** Reads a text aloud, and stops. Not there where the phone cannot speak. */
export function SpeakButton({ text }: { readonly text: string }) {
  const { available, speaking, start, stop } = useSpeak();
  if (!available) return null;
  return speaking ? (
    <ActionButton icon="stop" onPress={stop}>
      不念了
    </ActionButton>
  ) : (
    <ActionButton icon="speak" onPress={() => start(text)}>
      念给我听
    </ActionButton>
  );
}
