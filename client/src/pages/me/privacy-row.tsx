import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';

/** The way to 隐私与数据; says so when the words of something have changed since they were agreed to. */
export function PrivacyRow() {
  const mine = useApi(privacyContract.consents, {}, { keep: false });
  const hasChanged = mine.data?.consents.some(({ state }) => state === 'outdated');
  return (
    <Row
      icon="rules"
      title="隐私与数据"
      note="存了什么、谁看过、怎么删掉"
      aside={hasChanged && <Tag tone="ochre">说明改过了</Tag>}
      onPress={() => open(paths.privacy)}
    />
  );
}
