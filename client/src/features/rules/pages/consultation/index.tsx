import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { ShareButton } from '@/ui/share-button';
import { ConsultedPart } from '../../components/consulted-part';
import { OpinionPoll } from '../../components/opinion-poll';
import { RuleHead } from '../../components/rule-head';
import type { Consultation } from '../../consultation-words';
import { useConsultation } from '../../use-consultation';
import './index.scss';

/** 听您的意见: a draft clause by clause, with what the village said and was answered. */
export default function ConsultationPage() {
  const { documentId = '' } = useRouter().params;
  const { isSignedIn, shown, mine, opinion, opinionOn, pollOn, refresh } = useConsultation(documentId);
  useShareAppMessage(() => ({
    title: `请来说说：${shown.data?.title ?? '村规'}`,
    path: paths.consultation(documentId),
  }));

  return (
    <Page title="听您的意见" shows={[shown]}>
      <Result of={shown}>
        {(rule) => {
          const part = (clauseKey: string | null) => ({
            documentId,
            clauseKey,
            comments: rule.comments.filter((comment) => comment.clauseKey === clauseKey),
            own: (mine.data?.comments ?? []).filter(
              (comment) => comment.clauseKey === clauseKey && comment.look !== 'shown',
            ),
            isOpen: rule.isOpen,
            isSignedIn,
            villageId: rule.villageId,
            onSent: refresh,
          });
          return (
            <>
              <ConsultationHead rule={rule} />
              <ProblemNote problem={opinion.problem} />
              {rule.clauses.map((clause) => (
                <ConsultedPart key={clause.key} {...part(clause.key)} title={`${clause.number}. ${clause.title}`}>
                  <View className="consulted__text">{clause.text}</View>
                  {clause.consequence && (
                    <View className="consulted__consequence">没做到怎么办：{clause.consequence}</View>
                  )}
                  <OpinionPoll
                    poll={pollOn(clause)}
                    mine={opinionOn(clause.key)}
                    onSay={rule.isOpen && isSignedIn ? (choice) => opinion.run(clause.key, choice) : undefined}
                  />
                </ConsultedPart>
              ))}
              <ConsultedPart key="whole" {...part(null)} title="对整份村规">
                <View className="consulted__text">少了什么、多了什么，都可以说。</View>
              </ConsultedPart>
              <View className="consultation__share">
                <ShareButton title={`请来说说：${rule.title}`} path={paths.consultation(documentId)} />
              </View>
            </>
          );
        }}
      </Result>
    </Page>
  );
}

function ConsultationHead({ rule }: { readonly rule: Consultation }) {
  const answered = rule.comments.filter(({ answer }) => answer !== null).length;
  return (
    <>
      <RuleHead rule={rule} />
      {rule.until && (
        <Note tone={rule.isOpen ? 'ochre' : 'indigo'}>
          {rule.isOpen
            ? `意见收到 ${sayDate(rule.until)}为止。还不是现行村规，公开的每一条意见都要答复。`
            : `意见收到 ${sayDate(rule.until)}为止，已经结束。`}
          {rule.comments.length > 0 && `公开的意见 ${rule.comments.length} 条，已答复 ${answered} 条。`}
        </Note>
      )}
    </>
  );
}
