import { render } from '@testing-library/react';
import type { Mark } from '@xiangyue/shared/kernel/text';
import { MarkedText } from './marked-text';

const TEXT = '垃圾分四样放，垃圾不往河里倒';

test.each<[string, Mark[], string[]]>([
  ['nothing', [], []],
  ['one stretch', [[0, 2]], ['垃圾']],
  [
    'several',
    [
      [0, 2],
      [7, 9],
    ],
    ['垃圾', '垃圾'],
  ],
  ['from the start to the end', [[0, TEXT.length]], [TEXT]],
  ['the very last character', [[TEXT.length - 1, TEXT.length]], ['倒']],
])('marks %s and keeps every character', (_, marks, marked) => {
  const { container } = render(<MarkedText text={TEXT} marks={marks} />);
  expect(container.textContent).toBe(TEXT);
  expect([...container.querySelectorAll('.marked-text__mark')].map((mark) => mark.textContent)).toEqual(marked);
});
