/** A township's roster of 20,000 lines: how long until it is checked and written, and how the service answers meanwhile. */
import { idNumberCheck } from '@xiangyue/shared/kernel/personal-numbers.rules';
import { writeXlsx } from '../src/platform/xlsx/write-xlsx';

const LINES = 20_000;
const PER_HOUSEHOLD = 4;
const HEADINGS = [
  '村',
  '组',
  '户号',
  '门牌',
  '姓名',
  '与户主关系',
  '性别',
  '出生日期',
  '身份证号',
  '手机号',
  '是否常住',
];
const RELATIONS = ['户主', '配偶', '长子', '长女'];
const VILLAGES = ['三角村', '红溪村', '扎营村', '摇铃村', '杉树湾村'];
const ASK_AGAIN_MS = 200;
/** The watcher has an address of its own, and asks less often than one address may. */
const WATCHER = '198.51.100.251';
const LOOK_AGAIN_MS = 60;
const GIVE_UP_MS = 10_000;

export interface RosterFigures {
  /** From the first byte sent to "checked" or "written". */
  readonly checkMs: number;
  readonly writeMs: number;
  readonly againMs: number;
  /** The longest that any other request waited meanwhile; endless when one was not answered. */
  readonly slowestAnswerMs: number;
}

function* lines() {
  for (let i = 0; i < LINES; i++) {
    const household = Math.floor(i / PER_HOUSEHOLD);
    const birth = `19${String(40 + (i % 60))}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    // 500299 is nobody's: the demo's own people have other numbers.
    const digits = `${500299}${birth.replaceAll('-', '')}${String(i % 1000).padStart(3, '0')}`;
    const gender = Number(digits[16]) % 2 === 1 ? '男' : '女';
    const texts = [
      VILLAGES[household % VILLAGES.length] as string,
      `${1 + (household % 10)}组`,
      `B${household}`,
      `大院子 ${household} 号`,
      `某${String.fromCharCode(0x4e00 + i)}`,
      RELATIONS[i % PER_HOUSEHOLD] as string,
      gender,
      birth,
      digits + idNumberCheck(digits),
      `138${String(i).padStart(8, '0')}`,
      i % 3 === 0 ? '否' : '是',
    ];
    yield { texts };
  }
}

/** Imports the roster, then the same again, into a service in demo mode. Throws when anything but success comes of it. */
export async function importRoster(address: string): Promise<RosterFigures> {
  const columns = HEADINGS.map((heading) => ({ heading, widthCharacters: 12 }));
  const chunks: Buffer[] = [];
  for await (const chunk of writeXlsx([{ name: '名册', columns, rows: lines() }])) chunks.push(chunk as Buffer);
  const file = Buffer.concat(chunks);
  const session = await ask(`${address}/api/sessions/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identity: 'town-office' }),
  });
  const roster = new Roster(`${address}/api/regions/banxi/roster/imports`, session.token);
  const endWatch = watchAnswers(`${address}/api/townships`);
  try {
    const { id, took: checkMs } = await roster.check(file);
    const writeMs = await roster.write(id);
    const { took: againMs } = await roster.check(file);
    return { checkMs, writeMs, againMs, slowestAnswerMs: await endWatch() };
  } finally {
    await endWatch();
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers of the service, whose shapes the tests hold
async function ask(url: string, options: RequestInit): Promise<any> {
  const response = await fetch(url, options);
  const body = await response.json();
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(body)}`);
  return body;
}

class Roster {
  private readonly headers: Record<string, string>;

  constructor(
    private readonly url: string,
    token: string,
  ) {
    this.headers = { authorization: `Bearer ${token}` };
  }

  async check(file: Buffer): Promise<{ id: string; took: number }> {
    const startedAt = performance.now();
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file)]), '名册.xlsx');
    const headers = { ...this.headers, 'idempotency-key': `bench-roster-${Math.random()}`.replace('.', '') };
    const { id } = await ask(this.url, { method: 'POST', headers, body: form });
    await this.until(id, 'checked');
    return { id, took: performance.now() - startedAt };
  }

  async write(id: string): Promise<number> {
    const startedAt = performance.now();
    await ask(`${this.url}/${id}/apply`, { method: 'POST', headers: this.headers });
    await this.until(id, 'applied');
    return performance.now() - startedAt;
  }

  private async until(id: string, wanted: string): Promise<void> {
    for (;;) {
      const found = await ask(`${this.url}/${id}`, { headers: this.headers });
      if (found.state === wanted) return;
      if (found.progress === null) throw new Error(`the roster is ${found.state}: ${JSON.stringify(found)}`);
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }
}

/**
 * Asks for something small, again and again, as one more phone. @returns ends it, and tells the longest wait in
 * milliseconds: endless when an answer was a refusal or did not come.
 */
function watchAnswers(url: string): () => Promise<number> {
  let isOver = false;
  const watch = async () => {
    let slowestMs = 0;
    while (!isOver) {
      const askedAt = performance.now();
      await ask(url, { headers: { 'x-forwarded-for': WATCHER }, signal: AbortSignal.timeout(GIVE_UP_MS) });
      slowestMs = Math.max(slowestMs, performance.now() - askedAt);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    return slowestMs;
  };
  const watched = watch().catch((error: unknown) => {
    console.error(error);
    return Number.POSITIVE_INFINITY;
  });
  return () => {
    isOver = true;
    return watched;
  };
}
