import { useRouter } from '@tarojs/taro';
import { catalogueContract } from '@xiangyue/shared/features/points/catalogue.contract';
import { CATEGORIES, CATEGORY_NAMES, sayWorth } from '@xiangyue/shared/features/points/catalogue.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { IllustrativeNote } from '@/ui/illustrative-note';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';

type Catalogue = NonNullable<OutputOf<typeof catalogueContract.catalogue>['catalogue']>;

/** 积分目录: what the village gives points for. */
export default function CataloguePage() {
  const { villageId = '' } = useRouter().params;
  const answer = useApi(catalogueContract.catalogue, { villageId });
  return (
    <Page title="积分目录" shows={[answer]}>
      <PageHead title="积分目录" note="做什么事得多少分，每户每年最多多少。" />
      <Result of={answer} loading={<Loading lines={8} />}>
        {({ catalogue }) =>
          catalogue ? (
            <Items catalogue={catalogue} />
          ) : (
            <Empty title="村里还没有公布积分目录">公布以后，在这里就能看到；想知道什么时候有，可以问村干部。</Empty>
          )
        }
      </Result>
    </Page>
  );
}

function Items({ catalogue }: { readonly catalogue: Catalogue }) {
  const { items, version, publishedOn, publicityDays, illustrative } = catalogue;
  return (
    <>
      <Card>
        <Prose>
          第 {version} 版，{sayDate(publishedOn)}公布。每一笔都公示 {publicityDays}{' '}
          天。积分只加不减；和信访、信教、生育、健康、待遇都不挂钩。
        </Prose>
      </Card>
      {CATEGORIES.filter((category) => items.some((item) => item.category === category)).map((category) => (
        <Card key={category} title={CATEGORY_NAMES[category]} flush>
          {items
            .filter((item) => item.category === category)
            .map((item) => (
              <Row key={item.key} title={item.title} note={moreOf(item)} aside={sayWorth(item)} />
            ))}
        </Card>
      ))}
      {illustrative && <IllustrativeNote what="目录" />}
    </>
  );
}

function moreOf({ evidence, capPoints, clauseNumber, clauseTitle }: Catalogue['items'][number]): string {
  return [
    evidence,
    capPoints !== null && `每年最多 ${capPoints} 分`,
    clauseTitle !== null && `村规第 ${clauseNumber} 条“${clauseTitle}”`,
  ]
    .filter(Boolean)
    .join('；');
}
