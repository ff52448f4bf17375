import { isHeldBelow, isHeldIn } from '@xiangyue/shared/features/identity/offices.rules';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import type { Role } from '@xiangyue/shared/kernel/access';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Ways } from '@/ui/ways';

export interface Place {
  readonly id: string;
  /** With what lies above it, as far down as it was chosen: 扎营村 3组. */
  readonly name: string;
}

interface Props {
  /** Where choosing begins; nothing outside is offered. */
  readonly root: string;
  /** The office that the place is for. */
  readonly role: Role;
  readonly chosen: Place | undefined;
  readonly onChoose: (place: Place | undefined) => void;
}

/** Choosing where an office is held, one step down at a time; only places that have such an office can be chosen. */
export function PlacePicker({ root, role, chosen, onChoose }: Props) {
  const [path, setPath] = useState<readonly Place[]>([]);
  const at = path[path.length - 1];
  const here = useApi(regionsContract.below, { regionId: at?.id ?? root });

  if (chosen)
    return (
      <Card title={chosen.name}>
        <Prose>就在这里任职。</Prose>
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
            {isHeldIn(role, kind) && (
              <Row icon="place" title={fullName} note="就在这里" onPress={() => onChoose({ id, name: fullName })} />
            )}
            {isHeldBelow(role, kind) &&
              below.map((place) => (
                <Row
                  key={place.id}
                  title={place.name}
                  onPress={() => {
                    const next = { id: place.id, name: at ? `${at.name} ${place.name}` : place.name };
                    // Nothing further down to choose from: this is the place.
                    if (isHeldBelow(role, place.kind)) setPath([...path, next]);
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
