/** A version of a village's rules as it hangs on the board or lies on the table: every clause with what it rests on. */

import type { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import type { PdfAbout, PdfBlock } from '../../platform/pdf/write-pdf';

export type ReadRule = OutputOf<typeof rulesContract.document>;

/** What the PDF is called and what stands at its foot. */
export function aboutRule({ title, villageName, version, illustrative, adoptedOn }: ReadRule): PdfAbout {
  // Many titles name their village already.
  const name = `${title.startsWith(villageName) ? '' : villageName}${title} 第 ${version} 版`;
  return {
    title: name,
    foot: illustrative ? `${name}（示例文本）` : name,
    createdAt: new Date(`${adoptedOn}T00:00:00Z`),
  };
}

/** The rule from its title to its last clause. Says only what does not change with the day: it is made once. */
export function blocksOfRule(rule: ReadRule): PdfBlock[] {
  return [
    { look: 'title', text: rule.title },
    { look: 'subtitle', text: `${rule.villageName}　第 ${rule.version} 版　共 ${rule.clauses.length} 条` },
    { look: 'subtitle', text: sayDays(rule) },
    ...(rule.filingNumber ? [{ look: 'subtitle', text: `备案编号 ${rule.filingNumber}` } as const] : []),
    ...(rule.illustrative ? [{ look: 'mark', text: '示例文本，不是村里正式通过的村规' } as const] : []),
    'lozenges',
    ...rule.clauses.flatMap(blocksOfClause),
  ];
}

function sayDays({ adoptedOn, effectiveFrom, supersededOn }: ReadRule): string {
  const replaced = supersededOn ? `，${sayDate(supersededOn)}起由新版代替` : '';
  return `${sayDate(adoptedOn)}通过，${sayDate(effectiveFrom)}起实行${replaced}`;
}

function blocksOfClause({ number, title, text, consequence, basis }: ReadRule['clauses'][number]): PdfBlock[] {
  return [
    { look: 'heading', text: `第 ${number} 条　${title}` },
    ...paragraphs('text', text),
    ...paragraphs('note', consequence && `没做到怎么办：${consequence}`),
    ...paragraphs('note', basis.map(({ law, article, gist }) => `依据：《${law}》${article}。${gist}`).join('\n')),
  ];
}

function paragraphs(look: 'text' | 'note', text: string): PdfBlock[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ look, text: line }));
}
