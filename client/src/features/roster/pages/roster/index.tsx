import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { isOver } from '@xiangyue/shared/features/roster/import-states.rules';
import { useSession } from '@/platform/session';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignInCard } from '@/ui/sign-in-card';
import { CurrentImport } from '../../components/current-import';
import { EarlierImports } from '../../components/earlier-imports';
import { ExportCard } from '../../components/export-card';
import { UploadCard } from '../../components/upload-card';
import { useRoster } from '../../use-roster';
import './index.scss';

/** 名册: a place's households in from a spreadsheet, and out as one. */
export default function Roster() {
  const { regionId = '' } = useRouter().params;
  const isSignedIn = useSession(({ session }) => session !== null);
  const roster = useRoster(isSignedIn ? regionId : '');
  const { imports, current, earlier, upload } = roster;

  return (
    <Page title="名册" shows={[imports]}>
      {!isSignedIn && <SignInCard title="还没有登录">登录以后，才能导入和导出名册。</SignInCard>}
      {isSignedIn && (
        <Result of={imports}>
          {({ regionName }) => (
            <>
              <View className="roster__head">
                <Heading level={1}>{`${regionName}名册`}</Heading>
                <View className="roster__note">表格先检查，全部没有问题才写进名册。同一份表导入两次，不会重复。</View>
              </View>
              {current && <CurrentImport regionId={regionId} of={current} roster={roster} />}
              <UploadCard regionId={regionId} upload={upload} filled={!current || isOver(current.state)} />
              <ExportCard regionId={regionId} />
              <EarlierImports imports={earlier} />
            </>
          )}
        </Result>
      )}
    </Page>
  );
}
