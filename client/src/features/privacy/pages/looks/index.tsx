import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { SignedIn } from '@/ui/signed-in';
import { Looks } from '../../components/looks';

/** 谁看过我的资料: each look of staff, by name and office, the latest first. */
export default function LooksPage() {
  return (
    <Page title="谁看过我的资料">
      <PageHead
        title="谁看过我的资料"
        note="工作人员每看一次您的资料、每导出一次有您的名单，都记在这里，留三年。觉得不该看的，找村委会或镇司法所。"
      />
      <SignedIn why="登录以后，才看得到谁看过您的资料。">
        <Looks />
      </SignedIn>
    </Page>
  );
}
