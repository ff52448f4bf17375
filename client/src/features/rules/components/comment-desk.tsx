import { View } from '@tarojs/components';
import {
  COMMENT_MAX_CHARACTERS,
  ruleConsultationContract,
} from '@xiangyue/shared/features/rules/consultation.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Note } from '@/ui/note';
import { ProblemNote } from '@/ui/problem-note';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextArea } from '@/ui/text-area';
import { type OwnComment, RESULTS } from '../consultation-words';
import { CommentView } from './comment-view';
import { MoveForm } from './move-form';
import './comment-desk.scss';

interface Props {
  readonly documentId: string;
  readonly comment: OwnComment;
  readonly onDone: () => void;
}

type AnswerResult = keyof typeof RESULTS;
const RESULT_OPTIONS = optionsOf(RESULTS);

/** One comment at the village's desk: first shown or not, then answered. */
export function CommentDesk({ documentId, comment, onDone }: Props) {
  const seen = { documentId, commentId: comment.id };
  const show = useAction(async () => {
    await api(ruleConsultationContract.look, { ...seen, show: true });
    onDone();
  });
  return (
    <CommentView comment={comment}>
      {comment.look === 'waiting' && (
        <View className="comment-desk__ways">
          <ActionButton onPress={show.run}>公开这条意见</ActionButton>
          <ProblemNote problem={show.problem} />
          <MoveForm
            action="不公开"
            wordsLabel="为什么不公开，提意见的人看得到"
            folded
            send={(why) => api(ruleConsultationContract.look, { ...seen, show: false, why }).then(onDone)}
          />
        </View>
      )}
      {comment.look === 'held' && <Note tone="madder" title={`没有公开：${comment.heldWhy ?? ''}`} />}
      {comment.look === 'shown' && !comment.answer && <AnswerForm {...seen} onDone={onDone} />}
    </CommentView>
  );
}

function AnswerForm({ onDone, ...seen }: { documentId: string; commentId: string; onDone: () => void }) {
  const [result, setResult] = useState<AnswerResult>('takenUp');
  const [words, setWords] = useState('');
  const answer = useAction(async () => {
    await api(ruleConsultationContract.answer, { ...seen, result, words });
    onDone();
  });
  return (
    <View className="comment-desk__ways">
      <Segmented label="意见的结果" options={RESULT_OPTIONS} value={result} onChange={setResult} />
      <TextArea
        label="为什么，怎么改的，大家看得到"
        value={words}
        onChange={setWords}
        maxCharacters={COMMENT_MAX_CHARACTERS}
      />
      <View className="comment-desk__send">
        <ActionButton onPress={answer.run}>{answer.busy ? '正在答复…' : '答复'}</ActionButton>
      </View>
      <ProblemNote problem={answer.problem} />
    </View>
  );
}
