import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Note } from '@/ui/note';
import { type Comment, RESULTS, sayAuthor, sayWhen } from '../consultation-words';
import './comment-view.scss';

interface Props {
  readonly comment: Comment;
  /** What belongs to it besides: where it stands, what can be done with it. */
  readonly children?: ReactNode;
}

/** What somebody said, and what came of it. */
export function CommentView({ comment, children }: Props) {
  const { answer } = comment;
  return (
    <View className="comment">
      <View className="comment__who">
        {sayAuthor(comment)}，{sayWhen(comment)}
      </View>
      <View>{comment.text}</View>
      {answer && (
        <Note tone={answer.result === 'notTakenUp' ? 'ochre' : 'tea'} title={RESULTS[answer.result]}>
          {answer.words}
        </Note>
      )}
      {children}
    </View>
  );
}
