import { type PublicAnswer, PublicReads } from '../../src/platform/http/public-reads';

/** An answer that is ready when the test says so, and counts how often it was made. */
function slowAnswer() {
  let made = 0;
  let release: (outcome: () => string) => void = () => undefined;
  const ready = new Promise<() => string>((resolve) => {
    release = resolve;
  });
  const make = async () => {
    made++;
    return (await ready)();
  };
  return { make, release, made: () => made };
}

/** What a phone reads of an answer. */
const textOf = ({ body }: PublicAnswer) => body.toString();

test('requests that arrive together share one answer, and later ones get it again', async () => {
  const reads = new PublicReads(60_000);
  const answer = slowAnswer();
  const together = [1, 2, 3].map(() => reads.get('/a', answer.make));
  answer.release(() => 'A');
  expect((await Promise.all(together)).map(textOf)).toEqual(['A', 'A', 'A']);
  expect(textOf(await reads.get('/a', answer.make))).toBe('A');
  expect(answer.made()).toBe(1);
});

test('a failure is told to all who waited and is not kept', async () => {
  const reads = new PublicReads(60_000);
  const answer = slowAnswer();
  const together = [1, 2, 3].map(() => reads.get('/a', answer.make).catch((error: Error) => error.message));
  answer.release(() => {
    throw new Error('away');
  });
  expect(await Promise.all(together)).toEqual(['away', 'away', 'away']);
  expect(textOf(await reads.get('/a', async () => 'back'))).toBe('back');
});

test('other addresses have other answers', async () => {
  const reads = new PublicReads(60_000);
  const answers = [await reads.get('/a', async () => 'A'), await reads.get('/b', async () => 'B')];
  expect(answers.map(textOf)).toEqual(['A', 'B']);
});

test('0 ms keeps nothing', async () => {
  const reads = new PublicReads(0);
  let made = 0;
  const make = async () => String(++made);
  expect([await reads.get('/a', make), await reads.get('/a', make)].map(textOf)).toEqual(['1', '2']);
});

test('the tag is the same for the same text, in any process, and another for another', async () => {
  const tagOf = async (text: string) => (await new PublicReads(0).get('/a', async () => text)).etag;
  expect(await tagOf('村规民约')).toBe(await tagOf('村规民约'));
  expect(await tagOf('村规民约')).not.toBe(await tagOf('村规民纳'));
});
