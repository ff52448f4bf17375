import { View } from '@tarojs/components';
import {
  COMMENT_MAX_CHARACTERS,
  ON_BEHALF_MAX_CHARACTERS,
  ruleConsultationContract,
} from '@xiangyue/shared/features/rules/consultation.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { ProblemNote } from '@/ui/problem-note';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { Toggle } from '@/ui/toggle';
import './comment-form.scss';

interface Props {
  readonly documentId: string;
  /** null: on the whole document. */
  readonly clauseKey: string | null;
  /** Whoever may write down what somebody without a phone says is asked whether they do. */
  readonly mayHelp: boolean;
  readonly onSent: () => void;
}

/** Says something about a clause, with or without one's name. */
export function CommentForm({ documentId, clauseKey, mayHelp, onSent }: Props) {
  const [text, setText] = useState('');
  const [named, setNamed] = useState(false);
  const [onBehalfOf, setOnBehalfOf] = useState('');
  const send = useAction(async () => {
    await api(ruleConsultationContract.comment, {
      documentId,
      clauseKey,
      text,
      named,
      onBehalfOf: onBehalfOf.trim() || undefined,
    });
    onSent();
  });
  return (
    <View className="comment-form">
      <TextArea label="您的意见" value={text} onChange={setText} maxCharacters={COMMENT_MAX_CHARACTERS} />
      <Toggle
        title="写上我的名字"
        note={named ? '大家看得到是您说的' : '大家看到的是“一位村民”'}
        on={named}
        onChange={setNamed}
      />
      {mayHelp && (
        <TextField
          label="替谁写的（自己的意见就空着）"
          value={onBehalfOf}
          onChange={setOnBehalfOf}
          maxCharacters={ON_BEHALF_MAX_CHARACTERS}
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
