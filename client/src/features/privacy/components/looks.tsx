import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';

type Look = OutputOf<typeof privacyContract.looks>['looks'][number];

/** Each look of staff at my data, the latest first. */
export function Looks() {
  const first = useApi(privacyContract.looks, {}, { keep: false });
  const list = usePages(privacyContract.looks, first, ({ next }) => (next ? { after: next } : null));
  const looks = list.pages.flatMap((page) => page.looks);
  return (
    <Result of={first}>
      {() =>
        looks.length === 0 ? (
          <Empty title="还没有工作人员看过您的资料">以后有人看，这里就会多一条。</Empty>
        ) : (
          <>
            <Card flush>
              {looks.map((look) => (
                <Row
                  key={look.id}
                  title={`${look.name}${look.what}`}
                  note={sayLook(look)}
                  aside={look.scope === 'group' && <Tag tone="indigo">名单里有您</Tag>}
                />
              ))}
            </Card>
            <LoadMore of={list} words="看更早的" />
          </>
        )
      }
    </Result>
  );
}

function sayLook({ offices, firstAt, lastAt, times }: Look): string {
  const when = sayMoment(Date.parse(lastAt), Date.now());
  const often = times > 1 ? `，从${sayMoment(Date.parse(firstAt), Date.now())}起共 ${times} 次` : '';
  return `${offices.length > 0 ? `${offices.join('、')}，` : ''}${when}${often}`;
}
