import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { cutNetwork, open, serve } from '../../../../../test/screen';
import { DOCUMENT_ID, townships, wholeService, zhaying } from '../../../../../test/village-texts';
import DocumentPage from '../document/index';
import SearchPage from './index';

const match = {
  documentId: DOCUMENT_ID,
  villageId: 'zhaying',
  villageName: '扎营村',
  documentTitle: '扎营村村规民约',
  clauseNumber: 2,
  clauseTitle: '垃圾分类',
  text: '垃圾分四样放，不往河里倒。',
  titleMarks: [[0, 2]],
  textMarks: [[0, 2]],
};
const found = (matches: unknown[], more = false) => ({ matches, more });
const type = (text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: '写几个要找的字' }), { target: { value: text } });
const marked = () => [...document.querySelectorAll('.marked-text__mark')].map((mark) => mark.textContent);

beforeEach(() => usePreferences.setState({ village: zhaying }));

test('finds as one types, once typing pauses, and marks the words', async () => {
  const request = serve({ '/townships/banxi/rules/search?words=垃圾': found([match]) });
  open(<SearchPage />);
  type('垃');
  type('垃圾');
  expect(await screen.findByText('找到 1 条')).toBeTruthy();
  expect(screen.getByText('扎营村，第 2 条')).toBeTruthy();
  expect(marked()).toEqual(['垃圾', '垃圾']);
  expect(request).toHaveBeenCalledTimes(1);
});

test('in my village only', async () => {
  serve({
    '/townships/banxi/rules/search?words=垃圾': found([
      match,
      { ...match, villageName: '山羊村', documentId: 'other' },
    ]),
    '/townships/banxi/rules/search?words=垃圾&villageId=zhaying': found([match]),
  });
  open(<SearchPage />);
  type('垃圾');
  expect(await screen.findByText('找到 2 条')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: '扎营村' }));
  expect(await screen.findByText('找到 1 条')).toBeTruthy();
});

test('nothing found: says what was looked for and what to try', async () => {
  serve({ '/townships/banxi/rules/search?words=飞机': found([]) });
  open(<SearchPage />);
  type('飞机');
  expect(await screen.findByText('没有找到“飞机”')).toBeTruthy();
  expect(screen.getByText(/换个说法试试/)).toBeTruthy();
});

test('more than fits: says so', async () => {
  serve({ '/townships/banxi/rules/search?words=垃圾': found([match], true) });
  open(<SearchPage />);
  type('垃圾');
  expect(await screen.findByText('找到 1 条，还有更多，多写几个字可以找得更准')).toBeTruthy();
});

test('marks alone are no search, and a search of forty characters says that it is the longest', async () => {
  const request = serve({});
  open(<SearchPage />);
  type('，。');
  expect(screen.getByText('可以点一个试试')).toBeTruthy();
  await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(request).not.toHaveBeenCalled();
  serve({ [`/townships/banxi/rules/search?words=${'好'.repeat(40)}`]: found([]) });
  type('好'.repeat(40));
  expect(screen.getByText('最多写 40 个字，字少一点更容易找到')).toBeTruthy();
  await waitFor(() => expect(screen.getByText(/^没有找到/)).toBeTruthy());
});

test('a word to tap, for who does not like to type', async () => {
  serve({ '/townships/banxi/rules/search?words=垃圾': found([match]) });
  open(<SearchPage />);
  fireEvent.click(screen.getByRole('button', { name: '垃圾' }));
  expect(await screen.findByText('找到 1 条')).toBeTruthy();
});

test('without a village it looks through the township there is', async () => {
  usePreferences.setState({ village: null });
  serve({ '/townships': townships, '/townships/banxi/rules/search?words=垃圾': found([match]) });
  open(<SearchPage />);
  type('垃圾');
  expect(await screen.findByText('找到 1 条')).toBeTruthy();
  expect(screen.queryByRole('radiogroup')).toBeNull();
});

test('without a network it looks through what the phone keeps of my village', async () => {
  serve(wholeService);
  const read = open(<DocumentPage />, { documentId: DOCUMENT_ID });
  await screen.findByRole('heading', { level: 1 });
  read.unmount();
  const { default: Rules } = await import('@/pages/rules/index');
  const list = open(<Rules />);
  await screen.findByText('从头看全文');
  list.unmount();

  cutNetwork();
  open(<SearchPage />);
  type('垃圾');
  expect(await screen.findByText('找到 1 条。没有网络，只在扎营村存下的村规里找')).toBeTruthy();
  expect(marked()).toEqual(['垃圾', '垃圾']);
});
