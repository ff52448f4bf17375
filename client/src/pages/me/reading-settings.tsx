import { View } from '@tarojs/components';
import { usePreferences } from '@/platform/preferences';
import { canSpeak } from '@/platform/use-speak';
import { Card } from '@/ui/card';
import { SpeakButton } from '@/ui/speak-button';
import { Toggle } from '@/ui/toggle';

/** Larger, clearer, or aloud. */
export function ReadingSettings() {
  const { largeText, highContrast, setLargeText, setHighContrast } = usePreferences();
  return (
    <Card title="看得清，听得见">
      <View className="me__toggles">
        <Toggle title="大字模式" note="字大一些，一行只放一样" on={largeText} onChange={setLargeText} />
        <Toggle title="高对比" note="黑字白底，太阳下看得清" on={highContrast} onChange={setHighContrast} />
      </View>
      {canSpeak && (
        <View className="me__speak">
          <View className="me__speak-text">村规的每一条都可以念出来听，先试试声音。</View>
          <SpeakButton text="您好，这里是乡约。村里的规矩，我念给您听。" />
        </View>
      )}
    </Card>
  );
}
