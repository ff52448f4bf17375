import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { SEARCH_MAX_CHARACTERS } from '@xiangyue/shared/kernel/fields';
import { sayAge } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useSettled } from '@/platform/use-settled';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { HouseholdPages } from '@/ui/household-pages';
import { Prose } from '@/ui/prose';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';
import { ReasonForm } from './reason-form';
import { RecogniseMember } from './recognise-member';

interface Props {
  readonly regionId: string;
  readonly request: OutputOf<typeof registerContract.requests>['requests'][number];
  readonly onDone: () => void;
}

/** Somebody who waits: recognised, or told why not. */
export function BindingRequest({ regionId, request, onDone }: Props) {
  const [doing, setDoing] = useState<'recognise' | 'refuse'>();
  const close = () => setDoing(undefined);
  return (
    <>
      <Card title={request.name}>
        <Prose>
          {request.regionName}，{sayAge(Date.parse(request.askedAt), Date.now())}提交
        </Prose>
        {request.words !== '' && <Prose>“{request.words}”</Prose>}
        {!doing && (
          <Ways>
            <ActionButton onPress={() => setDoing('refuse')}>不能绑定</ActionButton>
            <ActionButton filled onPress={() => setDoing('recognise')}>
              我认得他
            </ActionButton>
          </Ways>
        )}
      </Card>
      {doing === 'refuse' && (
        <ReasonForm
          title="为什么不能绑定"
          act="告诉他"
          onSave={async (reason) => {
            await api(registerContract.refuseRequest, { regionId, requestId: request.id, reason });
            onDone();
          }}
          onClose={close}
        />
      )}
      {doing === 'recognise' && <Recognise regionId={regionId} request={request} onDone={onDone} onClose={close} />}
    </>
  );
}

function Recognise({ regionId, request, onDone, onClose }: Props & { readonly onClose: () => void }) {
  const [typed, setTyped] = useState(request.name);
  const [householdId, setHouseholdId] = useState<string>();
  const words = useSettled(typed.trim());
  if (householdId !== undefined)
    return (
      <RecogniseMember
        householdId={householdId}
        onSave={async (memberId) => {
          await api(registerContract.confirmRequest, { regionId, requestId: request.id, householdId, memberId });
          onDone();
        }}
        onOther={() => setHouseholdId(undefined)}
      />
    );
  return (
    <>
      <Card title="他是哪一户的？">
        <TextField label="姓名、户号或门牌" value={typed} onChange={setTyped} maxCharacters={SEARCH_MAX_CHARACTERS} />
        <Ways>
          <ActionButton onPress={onClose}>先不办</ActionButton>
        </Ways>
      </Card>
      <HouseholdPages regionId={regionId} words={words} onOpen={setHouseholdId} />
    </>
  );
}
