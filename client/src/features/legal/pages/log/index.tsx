import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { adviserContract } from '@xiangyue/shared/features/legal/adviser.contract';
import { LOG_KINDS, sayMinutes } from '@xiangyue/shared/features/legal/service-log.rules';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { saveDocument } from '@/platform/documents';
import { open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Segmented } from '@/ui/segmented';
import { SignedIn } from '@/ui/signed-in';
import { TextButton } from '@/ui/text-button';
import { Ways } from '@/ui/ways';
import { EntryForm } from '../../components/entry-form';
import { TargetForm } from '../../components/target-form';
import { YearCard } from '../../components/year-card';

/** 服务记录: of a village; for the town, the way to each of its villages first. */
export default function ServiceLog() {
  const { regionId = '' } = useRouter().params;
  const place = useApi(regionsContract.below, { regionId });
  return (
    <Page title="服务记录" shows={[place]}>
      <SignedIn why="登录以后，才看得到服务记录。">
        <Result of={place}>
          {({ kind, name, below }) =>
            kind === 'village' ? (
              <OfVillage villageId={regionId} />
            ) : (
              <>
                <PageHead title={`${name}各村的法律顾问`} note="打开一个村，看做了多少，定一年的要求，导出档案。" />
                <Card flush>
                  {below.map((village) => (
                    <Row key={village.id} title={village.name} onPress={() => open(paths.serviceLog(village.id))} />
                  ))}
                </Card>
              </>
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}

/** The file of a village's adviser for a year, for the adviser, the village and the town. */
function OfVillage({ villageId }: { readonly villageId: string }) {
  const thisYear = Number(localDateOf(Date.now()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const me = useApi(identityContract.me, {});
  const log = useApi(adviserContract.log, { villageId, year }, { keep: false, asksAnew: true });
  const later = usePages(adviserContract.log, log, ({ next }) =>
    next === null ? null : { villageId, year, after: next },
  );
  const [doing, setDoing] = useState<'entry' | 'target'>();
  const holds = (role: string) => me.data?.roles.some((held) => held.role === role) ?? false;
  const done = () => {
    setDoing(undefined);
    log.retry();
  };
  return (
    <Result of={log}>
      {({ village, target, figures }) => (
        <>
          <PageHead
            title={`${village.name}法律顾问服务记录`}
            note="预约、解答自动记下；别的服务，法律顾问自己记。不写是为谁做的。"
          />
          <Segmented
            label="哪一年"
            options={[thisYear, thisYear - 1].map((one) => ({ value: String(one), text: `${one} 年` }))}
            value={String(year)}
            onChange={(chosen) => setYear(Number(chosen))}
          />
          <YearCard title="做了多少" figures={figures} target={target} />
          {doing === 'entry' && <EntryForm villageId={villageId} onSaved={done} onClose={() => setDoing(undefined)} />}
          {doing === 'target' && (
            <TargetForm villageId={villageId} target={target} onSaved={done} onClose={() => setDoing(undefined)} />
          )}
          {!doing && (
            <Ways stacked>
              {holds('legalAdviser') && (
                <ActionButton filled onPress={() => setDoing('entry')}>
                  记一条服务
                </ActionButton>
              )}
              {holds('townOffice') && <ActionButton onPress={() => setDoing('target')}>定一年的要求</ActionButton>}
              <Export villageId={villageId} year={year} />
            </Ways>
          )}
          <Entries villageId={villageId} entries={later.pages.flatMap((page) => page.entries)} onChanged={log.retry} />
          <LoadMore of={later} words="看更早的" />
        </>
      )}
    </Result>
  );
}

function Export({ villageId, year }: { readonly villageId: string; readonly year: number }) {
  const save = useAction(() => saveDocument(adviserContract.exportLog, { villageId, year }, 'xlsx'));
  return (
    <>
      <ActionButton onPress={save.run}>{save.busy ? '正在导出…' : '导出成表格'}</ActionButton>
      <ProblemNote problem={save.problem} />
    </>
  );
}

interface EntriesProps {
  readonly villageId: string;
  readonly entries: OutputOf<typeof adviserContract.log>['entries'];
  readonly onChanged: () => void;
}

function Entries({ villageId, entries, onChanged }: EntriesProps) {
  const remove = useAction(async (entryId: string) => {
    await api(adviserContract.removeEntry, { villageId, entryId });
    onChanged();
  });
  if (entries.length === 0) return <Empty title="这一年还没有记录" />;
  return (
    <Card flush title="每一条">
      {entries.map(({ id, on, kind, words, minutes, byName, own }) => (
        <Row
          key={id}
          title={words}
          note={`${sayDate(on).slice(5)}，${LOG_KINDS[kind]}，${sayMinutes(minutes)}，${byName}`}
          aside={own && <TextButton onPress={() => remove.run(id)}>删去</TextButton>}
        />
      ))}
      <ProblemNote problem={remove.problem} />
    </Card>
  );
}
