import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/heading';
import { Note } from '@/ui/note';
import { TextButton } from '@/ui/text-button';
import type { Comment, OwnComment } from '../consultation-words';
import { CommentForm } from './comment-form';
import { CommentView } from './comment-view';
import './consulted-part.scss';

interface Props {
  readonly documentId: string;
  /** null: the whole document. */
  readonly clauseKey: string | null;
  readonly title: ReactNode;
  /** What is talked about; above the comments. */
  readonly children?: ReactNode;
  readonly comments: readonly Comment[];
  /** Mine that nobody else sees, or not yet. */
  readonly own: readonly OwnComment[];
  readonly isOpen: boolean;
  readonly isSignedIn: boolean;
  readonly villageId: string;
  readonly onSent: () => void;
}

/** One clause, or the whole, with what the village said about it. */
export function ConsultedPart(props: Props) {
  const { title, children, comments, own, isOpen, isSignedIn } = props;
  const [unfolded, setUnfolded] = useState(false);
  const [isWriting, setWriting] = useState(false);
  return (
    <Card>
      <Heading level={2}>{title}</Heading>
      {children}
      {own.map((comment) => (
        <Note
          key={comment.id}
          tone={comment.look === 'held' ? 'madder' : 'indigo'}
          title={comment.look === 'held' ? '您的意见没有公开' : '您的意见已送到，等村里看'}
        >
          <View>{comment.text}</View>
          {comment.heldWhy && <View>理由：{comment.heldWhy}</View>}
        </Note>
      ))}
      <View className="consulted__ways">
        {comments.length > 0 && (
          <TextButton expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
            {unfolded ? '收起意见' : `${comments.length} 条意见`}
          </TextButton>
        )}
        {isOpen && !isWriting && (
          <TextButton onPress={() => (isSignedIn ? setWriting(true) : open(paths.signIn))}>
            {isSignedIn ? '提意见' : '登录后提意见'}
          </TextButton>
        )}
      </View>
      {isWriting && (
        <CommentForm
          documentId={props.documentId}
          clauseKey={props.clauseKey}
          villageId={props.villageId}
          onSent={() => {
            setWriting(false);
            props.onSent();
          }}
        />
      )}
      {unfolded && comments.map((comment) => <CommentView key={comment.id} comment={comment} />)}
    </Card>
  );
}
