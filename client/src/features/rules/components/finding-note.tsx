import { View } from '@tarojs/components';
import { type Finding, isRefused } from '@xiangyue/shared/features/rules/clause-check.rules';
import { WORDS_MAX_CHARACTERS } from '@xiangyue/shared/features/rules/work.contract';
import { Note } from '@/ui/note';
import { TextArea } from '@/ui/text-area';
import { TextButton } from '@/ui/text-button';
import { sayBasis } from '../clause-words';
import './finding-note.scss';

interface Props {
  readonly finding: Finding;
  /** Why the author leaves a warned wording; empty while nothing was said. */
  readonly explanation: string;
  readonly onExplain: (words: string) => void;
  /** Puts the proposed words in the place of what was found. */
  readonly onTake: () => void;
}

/** What the check found in a clause: the law, better words, and for a warning the place to say why it stays. */
export function FindingNote({ finding, explanation, onExplain, onTake }: Props) {
  const refused = isRefused(finding);
  return (
    <Note tone={refused ? 'madder' : 'ochre'} title={`“${finding.quote}”：${finding.title}`}>
      <View>
        {sayBasis(finding.law)}：{finding.law.gist}
      </View>
      <View className="finding-note__proposal">可以这样写：{finding.proposal}</View>
      <TextButton onPress={onTake}>用这句话</TextButton>
      {refused ? (
        <View>这一处要改掉，才能征求意见。</View>
      ) : (
        <TextArea
          label="如果要保留，写明理由"
          value={explanation}
          onChange={onExplain}
          maxCharacters={WORDS_MAX_CHARACTERS}
        />
      )}
    </Note>
  );
}
