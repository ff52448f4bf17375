import { sayDay } from '@xiangyue/shared/kernel/time';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import type { RosterImport } from '../use-roster';

type State = RosterImport['state'];

const STATE_WORDS: Record<State, readonly [tone: 'ochre' | 'tea' | 'madder', word: string]> = {
  uploaded: ['ochre', '正在检查'],
  checked: ['ochre', '等着写入'],
  rejected: ['madder', '有要改的'],
  applying: ['ochre', '正在写入'],
  applied: ['tea', '已写入'],
  failed: ['madder', '没有成'],
};

/** What was imported here before, and what came of it. */
export function EarlierImports({ imports }: { readonly imports: readonly RosterImport[] }) {
  if (imports.length === 0) return null;
  return (
    <Card title="以前的导入" flush>
      {imports.map(({ id, fileName, uploadedAt, state, counts }) => {
        const [tone, word] = STATE_WORDS[state];
        const date = sayDay(Date.parse(uploadedAt));
        return (
          <Row
            key={id}
            title={fileName}
            note={counts ? `${date}，${counts.people} 人` : date}
            aside={<Tag tone={tone}>{word}</Tag>}
          />
        );
      })}
    </Card>
  );
}
