import { View } from '@tarojs/components';
import {
  type CheckedField,
  checkClause,
  type Explanation,
  explanationOf,
  type Finding,
  isRefused,
} from '@xiangyue/shared/features/rules/clause-check.rules';
import {
  CLAUSE_TEXT_MAX_CHARACTERS,
  CLAUSE_TITLE_MAX_CHARACTERS,
  CONSEQUENCE_MAX_CHARACTERS,
} from '@xiangyue/shared/features/rules/work.contract';
import { useMemo } from 'react';
import { Card } from '@/ui/card';
import { classes } from '@/ui/classes';
import { Icon } from '@/ui/icon';
import { Tag } from '@/ui/tag';
import { Tappable } from '@/ui/tappable';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import type { DraftClause } from '../use-draft';
import { BasisEditor } from './basis-editor';
import { FindingNote } from './finding-note';
import './clause-editor.scss';

interface Props {
  readonly clause: DraftClause;
  /** Place in the document, from 0. */
  readonly index: number;
  readonly isLast: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (clause: DraftClause) => void;
  readonly explanations: readonly Explanation[];
  readonly onExplain: (finding: Finding, words: string) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

/** One clause being written; what the law says to it appears as it is typed. */
export function ClauseEditor(props: Props) {
  const { clause, index, isOpen, onToggle } = props;
  // The others of a hundred clauses stay the same objects while one is typed in.
  const findings = useMemo(() => checkClause(clause), [clause]);
  return (
    <Card className="clause-editor" flush>
      <Tappable className="clause-editor__head" expanded={isOpen} onPress={onToggle}>
        <View className="clause-editor__number">{index + 1}</View>
        <View className="clause-editor__title">{clause.title || '还没有标题'}</View>
        <FindingsTag findings={findings} />
        <Icon name="down" className={classes('clause-editor__arrow', isOpen && 'clause-editor__arrow--up')} />
      </Tappable>
      {isOpen && <OpenClause {...props} findings={findings} />}
    </Card>
  );
}

function FindingsTag({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.some(isRefused)) return <Tag tone="madder">要改</Tag>;
  return findings.length > 0 ? <Tag tone="ochre">要留意</Tag> : null;
}

function OpenClause({
  clause,
  index,
  isLast,
  onChange,
  explanations,
  onExplain,
  onMove,
  onRemove,
  findings,
}: Props & { readonly findings: readonly Finding[] }) {
  const notesOn = (field: CheckedField) =>
    findings
      .filter((finding) => finding.field === field)
      .map((finding) => (
        <FindingNote
          key={finding.check}
          finding={finding}
          explanation={explanationOf(finding, clause.key, explanations)?.words ?? ''}
          onExplain={(words) => onExplain(finding, words)}
          onTake={() => onChange({ ...clause, [field]: sentenceReplaced(clause[field], finding) })}
        />
      ));
  return (
    <View className="clause-editor__body">
      <TextField
        label="标题"
        value={clause.title}
        onChange={(title) => onChange({ ...clause, title })}
        maxCharacters={CLAUSE_TITLE_MAX_CHARACTERS}
      />
      {notesOn('title')}
      <TextArea
        id={`clause-text-${index + 1}`}
        label="内容：要怎样做"
        value={clause.text}
        onChange={(text) => onChange({ ...clause, text })}
        maxCharacters={CLAUSE_TEXT_MAX_CHARACTERS}
      />
      {notesOn('text')}
      <TextArea
        label="没做到怎么办（只能是提醒、批评、教育）"
        value={clause.consequence}
        onChange={(consequence) => onChange({ ...clause, consequence })}
        maxCharacters={CONSEQUENCE_MAX_CHARACTERS}
      />
      {notesOn('consequence')}
      <BasisEditor basis={clause.basis} onChange={(basis) => onChange({ ...clause, basis })} />
      <View className="clause-editor__ways">
        <Tappable disabled={index === 0} label={`第 ${index + 1} 条往上移`} onPress={() => onMove(-1)}>
          上移
        </Tappable>
        <Tappable disabled={isLast} label={`第 ${index + 1} 条往下移`} onPress={() => onMove(1)}>
          下移
        </Tappable>
        <Tappable className="clause-editor__remove" label={`去掉第 ${index + 1} 条`} onPress={onRemove}>
          去掉这条
        </Tappable>
      </View>
    </View>
  );
}

/** The text with the sentence that holds what was found replaced by the proposal. */
function sentenceReplaced(text: string, { quote, proposal }: Finding): string {
  const at = text.indexOf(quote);
  if (at < 0) return text;
  const before = text.slice(0, at).search(/[^。；;！!？?\n]*$/);
  const rest = text.slice(at).search(/[。；;！!？?\n]/);
  return text.slice(0, before) + proposal + (rest < 0 ? '' : text.slice(at + rest + 1));
}
