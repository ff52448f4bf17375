import { View } from '@tarojs/components';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { About } from './about';
import { Account } from './account';
import { KeptContent } from './kept-content';
import { PrivacyRow } from './privacy-row';
import { ReadingSettings } from './reading-settings';
import './index.scss';

/** 我的: who I am, how this phone reads, and what it keeps. Only the first needs a sign-in. */
export default function Me() {
  const village = usePreferences((preferences) => preferences.village);
  return (
    <Page title="乡约" tab="me">
      <View className="me__head">
        <Heading level={1}>我的</Heading>
      </View>
      <Account />
      <Card flush>
        <Row
          icon="place"
          title={village ? village.name : '还没有选村'}
          note={village ? village.townshipName : '选好以后，首页和村规都是您村的'}
          aside={village ? '换一个村' : '选我的村'}
          onPress={() => open(paths.chooseVillage)}
        />
      </Card>
      <ReadingSettings />
      <Card flush>
        <PrivacyRow />
      </Card>
      <KeptContent />
      <About />
    </Page>
  );
}
