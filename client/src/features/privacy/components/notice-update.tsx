import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';
import type { Consent } from '../say-consents';

/** Asks whoever has not seen the notice in its present words to look at it; draws nothing for everybody else. */
export function NoticeUpdate({ consents }: { readonly consents: readonly Consent[] }) {
  const notice = consents.find(({ kind }) => kind === 'notice');
  if (!notice || notice.state === 'given') return null;
  return (
    <Card title={notice.state === 'outdated' ? '隐私说明更新了' : '请看一看隐私说明'}>
      <Prose>说清了存什么、为什么存、谁看得到。看过以后，点“看过了”。</Prose>
      <Ways>
        <ActionButton filled onPress={() => open(paths.privacyNotice)}>
          看说明
        </ActionButton>
      </Ways>
    </Card>
  );
}
