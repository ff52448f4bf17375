import { type RegionKind, regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { ActionButton } from './action-button';
import { Card } from './card';
import { Prose } from './prose';
import { Result } from './result';
import { Row } from './row';
import { Ways } from './ways';

export interface Place {
  readonly id: string;
  /** With what lies above it, as far down as it was chosen: 扎营村 3组. */
  readonly name: string;
}

interface Props {
  /** Where choosing begins; nothing outside is offered. */
  readonly root: string;
  /** What the place is for, said once it is chosen: 就在这里任职。 */
  readonly note: string;
  /** Whether a place of this kind can be chosen, and whether one below it can. */
  readonly isWanted: (kind: RegionKind) => boolean;
  readonly isAbove: (kind: RegionKind) => boolean;
  readonly chosen: Place | undefined;
  readonly onChoose: (place: Place | undefined) => void;
}

/** Choosing a place, one step down at a time. */
export function PlacePicker({ root, note, isWanted, isAbove, chosen, onChoose }: Props) {
  const [path, setPath] = useState<readonly Place[]>([]);
  const at = path[path.length - 1];
  const here = useApi(regionsContract.below, { regionId: at?.id ?? root });

  if (chosen)
    return (
      <Card title={chosen.name}>
        <Prose>{note}</Prose>
        <Ways>
          <ActionButton onPress={() => onChoose(undefined)}>换一处</ActionButton>
        </Ways>
      </Card>
    );
  return (
    <Result of={here}>
      {({ id, name, kind, below }) => {
        const fullName = at?.name ?? name;
        return (
          <Card title="在哪里" flush>
            {at && <Row icon="back" title="回上一级" onPress={() => setPath(path.slice(0, -1))} />}
            {isWanted(kind) && (
              <Row icon="place" title={fullName} note="就在这里" onPress={() => onChoose({ id, name: fullName })} />
            )}
            {isAbove(kind) &&
              below.map((place) => (
                <Row
                  key={place.id}
                  title={place.name}
                  onPress={() => {
                    const next = { id: place.id, name: at ? `${at.name} ${place.name}` : place.name };
                    // Nothing further down to choose from: this is the place.
                    if (isAbove(place.kind)) setPath([...path, next]);
                    else onChoose(next);
                  }}
                />
              ))}
          </Card>
        );
      }}
    </Result>
  );
}
