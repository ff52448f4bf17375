import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { ActionButton } from '@/ui/action-button';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { SignedIn } from '@/ui/signed-in';
import { AskForm } from '../../components/ask-form';
import { UrgentHelp } from '../../components/urgent-help';
import './index.scss';

/** 问律师: the question, to the village's adviser and nobody else. */
export default function AskPage() {
  const village = usePreferences((preferences) => preferences.village);
  return (
    <Page title="问律师">
      <PageHead title="问律师" note="不收钱。只有您和律师看得到，村里、镇里都看不到您问了什么。" />
      <UrgentHelp />
      <SignedIn title="先登录" why="登录以后，律师的答复才找得到您。">
        {village ? (
          <AskForm village={village} />
        ) : (
          <Empty
            title="还没有选村"
            action={<ActionButton onPress={() => open(paths.chooseVillage)}>选我的村</ActionButton>}
          >
            各村有各村的法律顾问。
          </Empty>
        )}
      </SignedIn>
    </Page>
  );
}
