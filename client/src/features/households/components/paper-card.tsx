import { View } from '@tarojs/components';
import { sayCardCode } from '@xiangyue/shared/features/households/card-code.rules';
import type { registerContract } from '@xiangyue/shared/features/households/register.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { paths } from '@/paths';
import { LozengeStrip } from '@/ui/lozenge-strip';
import { QrCode } from '@/ui/qr-code';
import './paper-card.scss';

interface Props {
  readonly card: OutputOf<typeof registerContract.cards>['cards'][number];
}

/** One card, as it is cut from the sheet: for a drawer, for old eyes. */
export function PaperCard({ card: { villageName, groupName, courtyardName, number, maskedHeadName, code } }: Props) {
  return (
    <View className="paper-card">
      <LozengeStrip />
      <View className="paper-card__body">
        <QrCode text={addressOf(code)} label={`户卡 ${number}`} />
        <View>
          <View className="paper-card__village">{villageName}户卡</View>
          <View className="paper-card__place">{[groupName, courtyardName].filter(Boolean).join(' ')}</View>
          <View className="paper-card__place">
            {number} 号　{maskedHeadName}家
          </View>
          <View className="paper-card__code">{sayCardCode(code)}</View>
        </View>
      </View>
      <View className="paper-card__use">
        微信打开“乡约”，点“我的”里的“我的户”，扫这张卡或输入编码。不要拍给外人；丢了找组长换新。
      </View>
    </View>
  );
}

/** What the QR code holds: WeChat's own scanner opens the page, the app's scanner reads the code at its end. */
function addressOf(code: string): string {
  return `${window.location.origin}/#${paths.bindByCard(code)}`;
}
