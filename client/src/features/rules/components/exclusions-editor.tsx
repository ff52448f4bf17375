import { View } from '@tarojs/components';
import type { Exclusion } from '@xiangyue/shared/features/rules/meeting.rules';
import {
  EXCLUSION_REASON_MAX_CHARACTERS,
  EXCLUSIONS_MAX,
  HEADCOUNT_MAX,
} from '@xiangyue/shared/features/rules/work.contract';
import { TextButton } from '@/ui/text-button';
import { TextField } from '@/ui/text-field';
import './exclusions-editor.scss';

interface Props {
  readonly excluded: readonly Exclusion[];
  readonly onChange: (excluded: readonly Exclusion[]) => void;
}

/** Who is left out of the base, how many, and why: some local measures allow it for those who cannot be reached. */
export function ExclusionsEditor({ excluded, onChange }: Props) {
  const change = (at: number, fields: Partial<Exclusion>) =>
    onChange(excluded.map((one, i) => (i === at ? { ...one, ...fields } : one)));
  return (
    <View>
      {excluded.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line that is being written has no other name than its place
        <View key={i} className="exclusions-editor__one">
          <TextField
            label="不计入的理由"
            value={one.reason}
            onChange={(reason) => change(i, { reason })}
            maxCharacters={EXCLUSION_REASON_MAX_CHARACTERS}
            example="外出务工联系不上"
          />
          <TextField
            label="几人"
            value={one.count > 0 ? String(one.count) : ''}
            onChange={(typed) => change(i, { count: Number.parseInt(typed, 10) || 0 })}
            maxCharacters={String(HEADCOUNT_MAX).length}
            numeric
          />
        </View>
      ))}
      {excluded.length < EXCLUSIONS_MAX && (
        <TextButton onPress={() => onChange([...excluded, { reason: '', count: 0 }])}>有人不计入应到人数</TextButton>
      )}
    </View>
  );
}
