import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { NoticeUpdate } from '../../components/notice-update';
import { sayConsents } from '../../say-consents';

/** 隐私与数据: what is done with my data, and everything that I may know and decide about it. */
export default function Overview() {
  const notice = useApi(privacyContract.notice, {});
  const mine = useApi(privacyContract.consents, {}, { keep: false });

  return (
    <Page title="隐私与数据" shows={[notice]}>
      <PageHead title="隐私与数据" note="用到什么才存什么。存了什么，您都能看、能带走、能删掉。" />
      {mine.data && <NoticeUpdate consents={mine.data.consents} />}
      <Card flush>
        <Row
          icon="rules"
          title="隐私说明"
          note={
            notice.data
              ? `第 ${notice.data.version} 版，${sayDate(notice.data.effectiveOn)}起`
              : '存什么、为什么、谁看得到'
          }
          onPress={() => open(paths.privacyNotice)}
        />
      </Card>
      <SignedIn why="登录以后，才看得到您的资料和您同意过什么。没有登录过，这里没有您的账号；村里的户册是村里登记的，不在这里。">
        <Result of={mine}>
          {({ consents, children }) => (
            <>
              <Card flush>
                <Row icon="check" title="我的同意" note={sayConsents(consents)} onPress={() => open(paths.consents)} />
                {children.map(({ personId, name }) => (
                  <Row
                    key={personId}
                    icon="people"
                    title={`替${name}决定`}
                    note="未满十四周岁，由家长同意"
                    onPress={() => open(paths.childConsents(personId))}
                  />
                ))}
                <Row icon="me" title="我的资料" note="全部看得到，能复制带走" onPress={() => open(paths.myData)} />
                <Row
                  icon="search"
                  title="谁看过我的资料"
                  note="工作人员每看一次都有记录"
                  onPress={() => open(paths.looks)}
                />
              </Card>
              <Card flush>
                <Row
                  icon="close"
                  title="注销账号"
                  note="先看清删什么、留什么，再决定"
                  onPress={() => open(paths.erase)}
                />
              </Card>
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
