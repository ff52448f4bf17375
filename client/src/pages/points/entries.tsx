import { View } from '@tarojs/components';
import { CATEGORY_NAMES } from '@xiangyue/shared/features/points/catalogue.rules';
import { pointsContract } from '@xiangyue/shared/features/points/points.contract';
import { ENTRY_KIND_NAMES } from '@xiangyue/shared/features/points/points.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate, sayDay } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { Card } from '@/ui/card';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Segmented } from '@/ui/segmented';

type Account = NonNullable<OutputOf<typeof pointsContract.mine>['account']>;
type Entry = Account['entries'][number];

/** Every entry of a cycle, the latest first, and why it is there. */
export function Entries({ account }: { readonly account: Account }) {
  const [cycle, setCycle] = useState(account.cycle);
  const first = useApi(pointsContract.mine, { cycle });
  const list = usePages(pointsContract.mine, first, (page) =>
    page.account?.before ? { cycle, before: page.account.before } : null,
  );
  const entries = list.pages.flatMap((page) => page.account?.entries ?? []);
  const cycles = [...new Set([account.cycle, ...account.cycles])];
  return (
    <>
      {cycles.length > 1 && (
        <Segmented
          label="哪个年度"
          options={cycles.map((year) => ({ value: String(year), text: `${year} 年度` }))}
          value={String(cycle)}
          onChange={(year) => setCycle(Number(year))}
        />
      )}
      <Result of={first}>
        {() =>
          entries.length === 0 ? (
            <Empty title="这个年度还没有积分">做了目录里的事，就可以申报；组里、村里看过，公示期满就记上。</Empty>
          ) : (
            <Card title="每一笔的来历" flush>
              {entries.map((entry) => (
                <Row key={entry.key} title={entry.title} note={whyOf(entry)} aside={<Amount points={entry.points} />} />
              ))}
              <LoadMore of={list} words="看更早的" />
            </Card>
          )
        }
      </Result>
    </>
  );
}

function Amount({ points }: { readonly points: number }) {
  return (
    <View className={classes('points__amount', points < 0 && 'points__amount--less')}>
      {points > 0 ? `+${points}` : `−${-points}`} 分
    </View>
  );
}

/** What it was for, when, and who asked and assessed. */
function whyOf({ kind, category, doneOn, at, words, proposedByName, reviewedByNames }: Entry) {
  const what = kind === 'claim' && category ? CATEGORY_NAMES[category] : ENTRY_KIND_NAMES[kind];
  const when = doneOn ? `${sayDate(doneOn)}做的` : sayDay(Date.parse(at));
  const who = [
    proposedByName && `${proposedByName}报`,
    reviewedByNames.length > 0 && `${reviewedByNames.join('、')}审`,
  ].filter(Boolean);
  return (
    <>
      <View>
        {what}，{when}
      </View>
      {words !== '' && <View>{words}</View>}
      {who.length > 0 && <View>{who.join('，')}</View>}
    </>
  );
}
