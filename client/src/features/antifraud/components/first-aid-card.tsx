import { View } from '@tarojs/components';
import { FIRST_AID_TITLES, type FirstAid, firstAidLines } from '@xiangyue/shared/features/antifraud/first-aid.rules';
import { FRAUD_TYPES } from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { ActionButton } from '@/ui/action-button';
import { CallWays } from '@/ui/call-ways';
import { Note } from '@/ui/note';
import { Steps } from './steps';

const TONES = { likely: 'madder', suspicious: 'ochre', unclear: 'indigo' } as const;

/** What the words alone say, at once; marked as what it is: no officer's answer. */
export function FirstAidCard({ of: { level, type, signs, hasPaid } }: { readonly of: FirstAid }) {
  return (
    <>
      <Note
        tone={hasPaid ? 'madder' : TONES[level]}
        title={hasPaid ? '钱已经转了？先做这两样' : FIRST_AID_TITLES[level]}
      >
        {type && (
          <View>
            像是：{FRAUD_TYPES[type].name}。{FRAUD_TYPES[type].runs}
          </View>
        )}
        {signs.length > 0 && <View>因为提到了：{signs.map((sign) => `“${sign}”`).join('、')}</View>}
        <Steps lines={firstAidLines({ type, hasPaid })} />
        <View className="first-aid__mark">这是手机按字比对写的，不是民警的回答。</View>
      </Note>
      <CallWays />
      {hasPaid && <ActionButton onPress={() => open(paths.transferred)}>头几分钟怎么做</ActionButton>}
    </>
  );
}
