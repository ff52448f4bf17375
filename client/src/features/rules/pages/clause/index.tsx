import { useShareAppMessage } from '@tarojs/taro';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { IllustrativeNote } from '@/ui/illustrative-note';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { ShareButton } from '@/ui/share-button';
import { SpeakButton } from '@/ui/speak-button';
import { clauseAloud, type RuleDocument, sayNumber } from '../../clause-words';
import { ClausePager } from '../../components/clause-pager';
import { ClauseView } from '../../components/clause-view';
import { VillageOffer } from '../../components/village-offer';
import { findClause, useClause } from '../../use-clause';

/** 一条村规: what it says, what follows, what it rests on; to be read, heard and passed on. */
export default function ClausePage() {
  const { rules, number, show, path } = useClause();
  const found = rules.data && findClause(rules.data, number);
  const title = found ? `${rules.data?.villageName}村规${sayNumber(found.clause)}：${found.clause.title}` : '村规民约';
  useShareAppMessage(() => ({ title, path }));

  return (
    <Page title="村规民约" shows={[rules]}>
      <Result of={rules}>
        {(document) =>
          found ? (
            <>
              <ClauseView clause={found.clause}>
                <SpeakButton key={number} text={clauseAloud(found.clause)} />
                <ShareButton title={title} path={path} />
              </ClauseView>
              <VillageOffer villageId={document.villageId} />
              <WholeDocument document={document} />
              <ClausePager previous={found.previous} next={found.next} onShow={show} />
            </>
          ) : (
            <NoSuchClause document={document} />
          )
        }
      </Result>
    </Page>
  );
}

function WholeDocument({ document }: { readonly document: RuleDocument }) {
  return (
    <>
      <Card flush>
        <Row
          icon="rules"
          title={document.title}
          note={`看全部 ${document.clauses.length} 条`}
          onPress={() => open(paths.document(document.id))}
        />
      </Card>
      {document.illustrative && <IllustrativeNote what="村规" />}
    </>
  );
}

function NoSuchClause({ document }: { readonly document: RuleDocument }) {
  return (
    <Empty
      title="没有这一条"
      action={
        <ActionButton filled onPress={() => open(paths.document(document.id))}>
          看全文
        </ActionButton>
      }
    >
      {document.title}一共 {document.clauses.length} 条。
    </Empty>
  );
}
