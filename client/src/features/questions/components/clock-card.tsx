import { ANSWER_HOURS_MAX, questionsDeskContract } from '@xiangyue/shared/features/questions/desk.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

/** Three digits. */
const HOURS_MAX_CHARACTERS = 3;

/** How long an adviser has, here. */
export function ClockCard({ regionId }: { readonly regionId: string }) {
  const clock = useApi(questionsDeskContract.clock, { regionId });
  const [typed, setTyped] = useState<string>();
  const save = useAction(async (hours: string) => {
    await api(questionsDeskContract.setClock, { regionId, hours: Number(hours) });
    setTyped(undefined);
    clock.retry();
  });
  return (
    <Result of={clock}>
      {({ hours, isOwn }) =>
        typed === undefined ? (
          <Card title="律师多久要答">
            <Prose>
              {hours} 小时以内{isOwn ? '' : '，还没有改过'}。到时没答，先转给村里别的律师，再转到镇里。
            </Prose>
            <Ways>
              <ActionButton onPress={() => setTyped(String(hours))}>改时间</ActionButton>
            </Ways>
          </Card>
        ) : (
          <FormCard
            title="律师多久要答"
            of={save}
            beside={['hours']}
            act="就这样定"
            acting="正在保存…"
            onAct={typed === '' ? undefined : () => save.run(typed)}
            leave="不改"
            onLeave={() => setTyped(undefined)}
          >
            <TextField
              label={`多少小时，1 到 ${ANSWER_HOURS_MAX}；已经在等的不变`}
              value={typed}
              onChange={setTyped}
              maxCharacters={HOURS_MAX_CHARACTERS}
              numeric
              mistake={save.problem?.mistakeAt('hours')}
            />
          </FormCard>
        )
      }
    </Result>
  );
}
