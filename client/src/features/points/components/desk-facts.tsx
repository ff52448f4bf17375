import { Image, View } from '@tarojs/components';
import type { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { Note } from '@/ui/note';
import { Prose } from '@/ui/prose';
import './claim-photos.scss';

export type DeskClaim = OutputOf<typeof pointsDesksContract.reviews>['claims'][number];

const CONFLICTS: Readonly<Record<NonNullable<DeskClaim['conflict']>, string>> = {
  unbound: '您还没有绑定自己的户，系统说不清您和谁家沾亲，先去“我的户”绑定。',
  ownHousehold: '这是您自己家的，请别人来办。',
  relatives: '这是您亲戚家的，请回避。',
  ownProposal: '这是您报的，请别人来办。',
  decidedAlready: '您或您家里人已经审过，请另一户的人来办。',
};

/** Whose it is and what for, as whoever decides needs it; and why they must not, where that is so. */
export function DeskFacts({ claim }: { readonly claim: DeskClaim }) {
  const { groupName, number, doneOn, words, evidence, photos, reviews, proposedByName, onBehalf, sameDay, conflict } =
    claim;
  return (
    <>
      <Prose>
        {groupName} {number} 号，{sayDate(doneOn)}做的，{proposedByName}
        {onBehalf ? '代报' : '报'}
      </Prose>
      {words !== '' && <Prose>“{words}”</Prose>}
      <Prose>凭据：{evidence || '不用'}</Prose>
      {photos.length > 0 && (
        <View className="claim-photos">
          {photos.map(({ id, thumbnailUrl }) => (
            <Image key={id} className="claim-photos__photo" src={SERVICE_ORIGIN + thumbnailUrl} mode="aspectFill" />
          ))}
        </View>
      )}
      {reviews.map(({ byName, words: said, at }) => (
        <Prose key={at}>
          {byName}审过{said && `：“${said}”`}
        </Prose>
      ))}
      {sameDay > 0 && (
        <Note tone="ochre" title={`这一户同一天还报了 ${sameDay} 次同一项`}>
          看看是不是同一件事。
        </Note>
      )}
      {conflict && (
        <Note tone="madder" title="请回避">
          {CONFLICTS[conflict]}
        </Note>
      )}
    </>
  );
}
