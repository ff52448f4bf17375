import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { CARDS_LIMIT, registerContract } from '@xiangyue/shared/features/households/register.contract';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';
import { PaperCard } from '../../components/paper-card';
import './index.scss';

/** 打印户卡: a group or courtyard at a time, ten to a sheet. On the web only, where there is a printer. */
export default function Cards() {
  const { regionId = '' } = useRouter().params;
  const place = useApi(regionsContract.below, { regionId });
  const [chosenId, setChosenId] = useState<string>();
  return (
    <Page title="打印户卡">
      <View className="no-print">
        <PageHead title="打印户卡" note="谁拿到编码，再知道姓名，就能绑定：打开一次记一次，纸请当面发到户。" />
      </View>
      <SignedIn why="登录以后，才能打印户卡。">
        {chosenId === undefined ? (
          <Result of={place}>
            {({ name, below }) => (
              <Card title="打印哪里的？" flush>
                {below.map((one) => (
                  <Row key={one.id} icon="place" title={one.name} onPress={() => setChosenId(one.id)} />
                ))}
                <Row icon="home" title={`${name}全部`} onPress={() => setChosenId(regionId)} />
              </Card>
            )}
          </Result>
        ) : (
          <Sheet key={chosenId} regionId={chosenId} onOther={() => setChosenId(undefined)} />
        )}
      </SignedIn>
    </Page>
  );
}

function Sheet({ regionId, onOther }: { readonly regionId: string; readonly onOther: () => void }) {
  const [starts, setStarts] = useState<(string | undefined)[]>([undefined]);
  const after = starts[starts.length - 1];
  const page = { regionId, ...(after !== undefined && { after }) };
  const sheet = useApi(registerContract.cards, page, { keep: false, isRecorded: true });
  return (
    <Result of={sheet}>
      {({ regionName, cards, next }) => (
        <>
          <View className="no-print">
            <Card title={`${regionName}，${cards.length} 张`}>
              <Prose>请用 A4 纸，打印设置里选“实际大小”，不要页眉页脚。</Prose>
              <Ways>
                <ActionButton onPress={onOther}>换一个地方</ActionButton>
                {next !== null && (
                  <ActionButton onPress={() => setStarts([...starts, next])}>{`下一批 ${CARDS_LIMIT} 张`}</ActionButton>
                )}
                {cards.length > 0 && (
                  <ActionButton filled onPress={() => window.print()}>
                    打印这些
                  </ActionButton>
                )}
              </Ways>
            </Card>
          </View>
          {cards.length === 0 ? (
            <Empty title="这里还没有登记的户" />
          ) : (
            <View className="cards__sheet">
              {cards.map((card) => (
                <PaperCard key={card.householdId} card={card} />
              ))}
            </View>
          )}
        </>
      )}
    </Result>
  );
}
