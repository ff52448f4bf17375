import { type Place, PlacePicker } from '@/ui/place-picker';

export type { Place };

interface Props {
  readonly root: string;
  readonly chosen: Place | undefined;
  readonly onChoose: (place: Place | undefined) => void;
}

/** The group or courtyard in which a household lies. */
export function SitePicker({ root, chosen, onChoose }: Props) {
  return (
    <PlacePicker
      root={root}
      note="这一户就在这里。"
      isWanted={(kind) => kind === 'group' || kind === 'courtyard'}
      isAbove={(kind) => kind !== 'courtyard'}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
