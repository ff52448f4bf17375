import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { SEARCH_MAX_CHARACTERS } from '@xiangyue/shared/kernel/fields';
import { useState } from 'react';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { useSettled } from '@/platform/use-settled';
import { Card } from '@/ui/card';
import { HouseholdPages } from '@/ui/household-pages';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Row } from '@/ui/row';
import { SearchField } from '@/ui/search-field';
import { SignedIn } from '@/ui/signed-in';
import './index.scss';

/** 户册: finding a household of the place, by name, number or doorplate. */
export default function Register() {
  const { regionId = '' } = useRouter().params;
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const first = useApi(registerContract.households, { regionId }, { keep: false });
  const mayKeep = first.data?.mayKeep === true;

  return (
    <Page title="户册">
      <PageHead
        title={first.data ? `${first.data.regionName}的户册` : '户册'}
        note="名单上的姓名遮住一部分；打开一户看全部，看一次记一次。"
      />
      <SignedIn why="登录以后，才看得到户册。">
        <View className="register__search">
          <SearchField
            value={typed}
            onChange={setTyped}
            placeholder="姓名、户号或门牌"
            maxCharacters={SEARCH_MAX_CHARACTERS}
          />
        </View>
        {mayKeep && (
          <Card flush>
            <Row
              icon="home"
              title="登记新的一户"
              note="搬来的、以前漏登的；分家请到原来那一户办分户"
              onPress={() => open(paths.addHousehold(regionId))}
            />
            {process.env.TARO_ENV !== 'weapp' && (
              <Row
                icon="upload"
                title="打印户卡"
                note="每户一张，A4 纸一页十张"
                onPress={() => open(paths.printCards(regionId))}
              />
            )}
          </Card>
        )}
        <HouseholdPages regionId={regionId} words={words} onOpen={(id) => open(paths.registered(id))} />
      </SignedIn>
    </Page>
  );
}
