import { useRouter } from '@tarojs/taro';
import { isOver } from '@xiangyue/shared/features/roster/import-states.rules';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { CurrentImport } from '../../components/current-import';
import { EarlierImports } from '../../components/earlier-imports';
import { ExportCard } from '../../components/export-card';
import { UploadCard } from '../../components/upload-card';
import { useRoster } from '../../use-roster';

/** 名册: a place's households in from a spreadsheet, and out as one. */
export default function Roster() {
  const { regionId = '' } = useRouter().params;
  const roster = useRoster(regionId);
  const { imports, current, earlier, upload } = roster;

  return (
    <Page title="名册" shows={[imports]}>
      <SignedIn why="登录以后，才能导入和导出名册。">
        <Result of={imports}>
          {({ regionName }) => (
            <>
              <PageHead
                title={`${regionName}名册`}
                note="表格先检查，全部没有问题才写进名册。同一份表导入两次，不会重复。"
              />
              {current && <CurrentImport regionId={regionId} of={current} roster={roster} />}
              <UploadCard regionId={regionId} upload={upload} filled={!current || isOver(current.state)} />
              <ExportCard regionId={regionId} />
              <EarlierImports imports={earlier} />
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
