import { useRouter } from '@tarojs/taro';
import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { sayDate, sayMoment } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { IllustrativeNote } from '@/ui/illustrative-note';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import type { DeskCase } from '../../case-words';
import { CaseForm } from '../../components/case-form';
import { CaseMoves } from '../../components/case-moves';
import { CaseStateTag } from '../../components/case-state-tag';
import { ToldCaseCards } from '../../components/told-case';
import { useCaseForm } from '../../use-case-form';

/** One case at the desk: a form while it is a draft, then what everybody will read, and what can be done. */
export default function CaseEdit() {
  const { regionId = '', caseId: opened = '' } = useRouter().params;
  const [caseId, setCaseId] = useState(opened);
  const found = useApi(fraudCasesContract.deskCase, caseId ? { regionId, caseId } : null, { onlyFresh: true });
  const show = (id: string) => (id === caseId ? found.retry() : setCaseId(id));

  return (
    <Page title="反诈案例" shows={caseId ? [found] : []}>
      <SignedIn why="登录以后，才能写案例。">
        {caseId ? (
          <Result of={found}>
            {(known) =>
              known.state === 'draft' ? (
                <Draft key={known.revision} regionId={regionId} known={known} onMoved={show} />
              ) : (
                <Whole known={known} onMoved={found.retry} />
              )
            }
          </Result>
        ) : (
          <Draft regionId={regionId} known={undefined} onMoved={show} />
        )}
      </SignedIn>
    </Page>
  );
}

interface DraftProps {
  readonly regionId: string;
  readonly known: DeskCase | undefined;
  readonly onMoved: (caseId: string) => void;
}

function Draft({ regionId, known, onMoved }: DraftProps) {
  const form = useCaseForm(regionId, known, onMoved);
  const last = known?.history[known.history.length - 1];
  return (
    <>
      <PageHead title="写案例" note="不写电话、证件号、卡号和人的全名。" />
      {last?.why && (
        <Card title={`${last.byName}退回来了`}>
          <Prose>{last.why}</Prose>
        </Card>
      )}
      <CaseForm regionId={regionId} of={form} />
    </>
  );
}

function Whole({ known, onMoved }: { readonly known: DeskCase; readonly onMoved: () => void }) {
  return (
    <>
      <ToldCaseCards told={known} />
      {known.illustrative && <IllustrativeNote what="案例" />}
      <CaseMoves of={known} onMoved={onMoved} />
      <Card title="到了哪一步" aside={<CaseStateTag state={known.state} />} flush>
        <Row
          title={`${known.ownerName}负责`}
          note={`${known.regionName}，到${sayDate(known.expiresOn)}为止，来源：${known.source}`}
        />
        {known.history.map(({ what, byName, at, why }) => (
          <Row
            key={at + what}
            title={what}
            note={`${byName}，${sayMoment(Date.parse(at), Date.now())}${why ? `：${why}` : ''}`}
          />
        ))}
      </Card>
    </>
  );
}
