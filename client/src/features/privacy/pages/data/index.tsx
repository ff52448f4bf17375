import { View } from '@tarojs/components';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { takeAlong } from '@/platform/take-along';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { DataRecord } from '../../components/data-record';
import './index.scss';

/** 我的资料: everything that is kept about me, to read and to take along (个人信息保护法 art. 45). */
export default function Data() {
  const data = useApi(privacyContract.data, {}, { keep: false });

  return (
    <Page title="我的资料" shows={[data]}>
      <PageHead title="我的资料" note="乡约里存着的、和您有关的，全在这里。" />
      <SignedIn why="登录以后，才看得到存着的资料。">
        <Result of={data}>
          {(everything) => (
            <>
              <View className="data__when">{sayMoment(Date.parse(everything.gatheredAt), Date.now())}取的</View>
              {everything.parts.map(({ key, title, records }) => (
                <Card key={key} title={title}>
                  {records.map((record, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the records of one answer keep their order
                    <DataRecord key={at} record={record} />
                  ))}
                </Card>
              ))}
              <View className="data__take">
                <ActionButton filled onPress={() => void takeAlong('我的资料', everything)}>
                  {process.env.TARO_ENV === 'weapp' ? '复制全部' : '下载全部'}
                </ActionButton>
                <View className="data__take-note">
                  {process.env.TARO_ENV === 'weapp'
                    ? '复制以后，可以粘贴到微信里发给自己留存。'
                    : '下载的是 JSON 文件，别的软件也读得懂。'}
                </View>
              </View>
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
