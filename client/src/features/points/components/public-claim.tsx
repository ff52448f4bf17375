import { CATEGORY_NAMES } from '@xiangyue/shared/features/points/catalogue.rules';
import { WORDS_MAX_CHARACTERS } from '@xiangyue/shared/features/points/offices';
import { pointsContract } from '@xiangyue/shared/features/points/points.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useIsSignedIn } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { Note } from '@/ui/note';
import { Prose } from '@/ui/prose';
import { SignInCard } from '@/ui/sign-in-card';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import { TextButton } from '@/ui/text-button';
import { sayDaysLeft, stateLook } from '../claim-words';

type Shown = OutputOf<typeof pointsContract.publicity>['claims'][number];

const OUTCOMES = {
  waiting: '有人提了异议',
  dismissed: '异议不成立',
  cancelled: '异议成立，不给分',
  amended: '异议成立，改了分',
} as const;

/** One household's points as everybody reads them. */
export function PublicClaim({ claim, onChanged }: { readonly claim: Shown; readonly onChanged: () => void }) {
  const [isObjecting, setObjecting] = useState(false);
  const { maskedName, groupName, itemTitle, points, category, doneOn, daysLeft, state, objections } = claim;
  const isPublic = state === 'publicity';
  const look = stateLook(state);
  // Its days may be over: it is not credited before the objection is answered.
  const isContested = objections.some(({ outcome }) => outcome === 'waiting');
  return (
    <>
      <Card
        title={`${maskedName}家，${points} 分`}
        aside={
          <Tag tone={look.tone}>{isPublic ? (isContested ? '有异议，等答复' : sayDaysLeft(daysLeft)) : look.word}</Tag>
        }
      >
        <Prose>
          {itemTitle}（{CATEGORY_NAMES[category]}）
        </Prose>
        <Prose>
          {groupName}，{sayDate(doneOn)}做的
        </Prose>
        {objections.map(({ at, outcome, dueOn, handlerName, answer }) => (
          <Note key={at} tone={outcome === 'waiting' ? 'ochre' : 'indigo'} title={OUTCOMES[outcome]}>
            {answer ?? `${handlerName ?? '村里'}在核实，${sayDate(dueOn)}以前答复`}
          </Note>
        ))}
        {!isObjecting && <TextButton onPress={() => setObjecting(true)}>提异议</TextButton>}
      </Card>
      {isObjecting && (
        <ObjectionForm
          claimId={claim.id}
          whose={`${maskedName}家`}
          onDone={onChanged}
          onClose={() => setObjecting(false)}
        />
      )}
    </>
  );
}

interface ObjectionFormProps {
  readonly claimId: string;
  readonly whose: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function ObjectionForm({ claimId, whose, onDone, onClose }: ObjectionFormProps) {
  const isSignedIn = useIsSignedIn();
  const [words, setWords] = useState('');
  const [told, setTold] = useState<string>();
  const object = useAction(async () => {
    const { dueOn, handlerName } = await api(pointsContract.object, { claimId, words: words.trim() });
    setTold(`${handlerName ?? '镇里'}来核实，${sayDate(dueOn)}以前答复您，答复会发到“消息”。`);
    onDone();
  });
  if (!isSignedIn) return <SignInCard title="先登录">本村的村民才能提异议。</SignInCard>;
  if (told !== undefined)
    return (
      <Note tone="tea" title="异议收到了" alert>
        {told}
      </Note>
    );
  return (
    <FormCard
      title={`${whose}的这一笔，哪里不对？`}
      of={object}
      beside={['words']}
      act="送出异议"
      acting="正在送出…"
      onAct={words.trim() === '' ? undefined : object.run}
      leave="不提了"
      onLeave={onClose}
    >
      <Prose>别的村民看得到有人提了异议，看不到是谁、写了什么。</Prose>
      <TextArea
        label="写明原因"
        value={words}
        onChange={setWords}
        maxCharacters={WORDS_MAX_CHARACTERS}
        mistake={object.problem?.mistakeAt('words')}
      />
    </FormCard>
  );
}
