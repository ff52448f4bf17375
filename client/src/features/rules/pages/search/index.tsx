import { View } from '@tarojs/components';
import { SEARCH_MAX_CHARACTERS } from '@xiangyue/shared/kernel/fields';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SearchField } from '@/ui/search-field';
import { Segmented } from '@/ui/segmented';
import { SearchHints } from '../../components/search-hints';
import { SearchResults } from '../../components/search-results';
import { useSearch } from '../../use-search';
import './index.scss';

/** 找村规: as one types, in the whole township or in my village. */
export default function SearchPage() {
  const { typed, setTyped, words, scope, setScope, village, canAsk, online, kept } = useSearch();

  return (
    <Page title="找村规">
      <SearchField
        value={typed}
        onChange={setTyped}
        placeholder="写几个要找的字"
        maxCharacters={SEARCH_MAX_CHARACTERS}
      />
      {village && (
        <View className="search__scope">
          <Segmented
            label="在哪里找"
            value={scope}
            onChange={setScope}
            options={[
              { value: 'township', text: `全${village.townshipName}` },
              { value: 'village', text: village.name },
            ]}
          />
        </View>
      )}
      {typed.length >= SEARCH_MAX_CHARACTERS && (
        <View className="search__limit">最多写 {SEARCH_MAX_CHARACTERS} 个字，字少一点更容易找到</View>
      )}
      {!canAsk && <SearchHints onPick={setTyped} />}
      {kept ? (
        <SearchResults words={words} matches={kept} note={`没有网络，只在${village?.name}存下的村规里找`} />
      ) : (
        <Result of={online}>
          {({ matches, more }) => <SearchResults words={words} matches={matches} more={more} />}
        </Result>
      )}
    </Page>
  );
}
