import { View } from '@tarojs/components';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { aria } from '@/ui/aria';
import { ClauseTeaser } from '@/ui/clause-teaser';
import { Empty } from '@/ui/empty';
import { MarkedText } from '@/ui/marked-text';
import type { Match } from '../search-kept';
import './search-results.scss';

interface Props {
  readonly words: string;
  readonly matches: readonly Match[];
  /** There were others beyond the limit. */
  readonly more?: boolean;
  /** Said above the list. */
  readonly note?: string;
}

/** What was found, or what to do when nothing was. */
export function SearchResults({ words, matches, more, note }: Props) {
  if (matches.length === 0)
    return (
      <Empty title={`没有找到“${words}”`}>换个说法试试，字少一点容易找到，比如用“酒席”代替“办酒席请客”。{note}</Empty>
    );
  return (
    <>
      <View className="search-results__count" {...aria({ role: 'status' })}>
        找到 {matches.length} 条{more && '，还有更多，多写几个字可以找得更准'}
        {note && `。${note}`}
      </View>
      {matches.map(({ documentId, villageName, clauseNumber, clauseTitle, text, titleMarks, textMarks }) => (
        <ClauseTeaser
          key={`${documentId} ${clauseNumber}`}
          from={`${villageName}，第 ${clauseNumber} 条`}
          title={<MarkedText text={clauseTitle} marks={titleMarks} />}
          text={<MarkedText text={text} marks={textMarks} />}
          onPress={() => open(paths.clause(documentId, clauseNumber))}
        />
      ))}
    </>
  );
}
