/** How long comparing two versions takes: 100 clauses of 300 characters each, a word or a sentence changed in every one. */
import { compareVersions } from '@xiangyue/shared/features/rules/compare.rules';

const CLAUSES = 100;
const RUNS = 9;
const SENTENCE = '门前自家扫干净，垃圾分四样放好，不往沟里河里倒，看见烟火马上告诉组长。';

/** The median of nine runs, in milliseconds. */
export function compareVersionsMs(): number {
  const version = (change: (text: string, i: number) => string) =>
    Array.from({ length: CLAUSES }, (_, i) => ({
      key: `c${i}`,
      number: i + 1,
      title: `第 ${i + 1} 条`,
      text: change(SENTENCE.repeat(8), i),
      consequence: change('院落长当面提醒，帮着一起收拾一次。', i),
    }));
  const before = version((text) => text);
  // The first and the last words change: nothing can be skipped at the ends.
  const after = version((text, i) => `每${i % 7}天${text.slice(3, -4)}报给理事会${i}`).reverse();
  const runs = Array.from({ length: RUNS }, () => {
    const startedMs = performance.now();
    compareVersions(before, after);
    return performance.now() - startedMs;
  });
  return runs.sort((a, b) => a - b)[Math.floor(RUNS / 2)] as number;
}
