import { View } from '@tarojs/components';
import { delegationsContract } from '@xiangyue/shared/features/delegations/delegations.contract';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import {
  COMMENT_MAX_CHARACTERS,
  ruleConsultationContract,
} from '@xiangyue/shared/features/rules/consultation.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { ProblemNote } from '@/ui/problem-note';
import { Segmented } from '@/ui/segmented';
import { TextArea } from '@/ui/text-area';
import { Toggle } from '@/ui/toggle';
import './comment-form.scss';

interface Props {
  readonly documentId: string;
  /** null: on the whole document. */
  readonly clauseKey: string | null;
  readonly villageId: string;
  readonly onSent: () => void;
}

/** What the village will read as the author. @param mayBeWhole undefined while it is not known */
function sayNaming(named: boolean, mayBeWhole: boolean | undefined): string {
  if (!named) return '大家看到的是“一位村民”';
  return mayBeWhole === false
    ? '名字会用 * 遮住。要写全名，先到“我的”里的“隐私与数据”，同意公示全名'
    : '大家看得到是您说的';
}

/** Written down by oneself and for oneself. */
const OWN = { value: '', text: '我自己说的' };

/** Says something about a clause, with or without one's name; whoever acts for others in the village says whose words it is. */
export function CommentForm({ documentId, clauseKey, villageId, onSent }: Props) {
  const [text, setText] = useState('');
  const [named, setNamed] = useState(false);
  const [delegationId, setDelegationId] = useState('');
  const acting = useApi(delegationsContract.mine, {}, { isRecorded: true });
  const others = (acting.data?.delegations ?? [])
    .filter((one) => one.amAgent && one.isRunning && one.villageId === villageId)
    .map(({ id, memberName }) => ({ value: id, text: `替${memberName}说的` }));
  const consents = useApi(privacyContract.consents, named ? {} : null);
  const mayBeWhole = consents.data?.consents.some(
    ({ purpose, state }) => purpose === 'publishName' && state === 'given',
  );
  const send = useAction(async () => {
    await api(ruleConsultationContract.comment, {
      documentId,
      clauseKey,
      text,
      named,
      delegationId: delegationId || undefined,
    });
    onSent();
  });
  return (
    <View className="comment-form">
      <TextArea label="您的意见" value={text} onChange={setText} maxCharacters={COMMENT_MAX_CHARACTERS} />
      <Toggle title="写上我的名字" note={sayNaming(named, mayBeWhole)} on={named} onChange={setNamed} />
      {others.length > 0 && (
        <Segmented
          labelled
          label="替谁说的（公开时姓名遮住）"
          options={[OWN, ...others]}
          value={delegationId}
          onChange={setDelegationId}
        />
      )}
      <View className="comment-form__action">
        <ActionButton filled onPress={send.run}>
          {send.busy ? '正在送出…' : '送出意见'}
        </ActionButton>
      </View>
      <View className="comment-form__note">村里看过以后公开；不公开的会告诉您为什么。公开的每一条都要答复。</View>
      <ProblemNote problem={send.problem} />
    </View>
  );
}
