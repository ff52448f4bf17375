import { View } from '@tarojs/components';
import { Tappable } from '@/ui/tappable';
import './search-hints.scss';

/** What people come to look for. */
const OFTEN = ['垃圾', '酒席', '建房', '老人', '防火', '银行卡'];

/** Before anything is typed: words to tap. */
export function SearchHints({ onPick }: { readonly onPick: (words: string) => void }) {
  return (
    <View className="search-hints">
      <View className="search-hints__title">可以点一个试试</View>
      <View className="search-hints__words">
        {OFTEN.map((words) => (
          <Tappable key={words} className="search-hints__word" onPress={() => onPick(words)}>
            {words}
          </Tappable>
        ))}
      </View>
    </View>
  );
}
