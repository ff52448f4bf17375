import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { IllustrativeNote } from '@/ui/illustrative-note';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SpeakButton } from '@/ui/speak-button';
import { documentAloud } from '../../clause-words';
import { ClauseCard } from '../../components/clause-card';
import { DocumentHead } from '../../components/document-head';
import { PaperWays } from '../../components/paper-ways';
import { VillageOffer } from '../../components/village-offer';

/** 村规全文: one document from the first clause to the last. */
export default function DocumentPage() {
  const { documentId = '' } = useRouter().params;
  const rules = useApi(rulesContract.document, { documentId });
  useShareAppMessage(() => ({ title: rules.data?.title, path: paths.document(documentId) }));

  return (
    <Page title="村规民约" shows={[rules]}>
      <Result of={rules}>
        {(document) => (
          <>
            <DocumentHead document={document} />
            <SpeakButton text={documentAloud(document)} />
            {document.clauses.map((clause) => (
              <ClauseCard
                key={clause.number}
                clause={clause}
                onOpen={() => open(paths.clause(document.id, clause.number))}
              />
            ))}
            <Card flush>
              <Row
                icon="history"
                title="各个版本"
                note="从哪天到哪天，改了什么"
                onPress={() => open(paths.versions(document.id))}
              />
            </Card>
            <PaperWays documentId={document.id} />
            {document.illustrative && <IllustrativeNote what="村规" />}
            <VillageOffer villageId={document.villageId} />
          </>
        )}
      </Result>
    </Page>
  );
}
