/** Questions to the demo's adviser: one that waits, one that was answered, one for which the town is to name somebody. All invented. */
import {
  type Clock,
  type Deed,
  declareConflict,
  type Outcome,
  openThread,
  say,
  type Thread,
} from '@xiangyue/shared/features/questions/thread.rules';
import type { Topic } from '@xiangyue/shared/features/questions/topics.rules';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import type { KeptThread } from '../../src/features/questions/threads.store';
import { seedId } from '../seed-id';

const HOUR_MS = 3600_000;
const person = (key: string) => seedId(`people/${key}`);
const CLOCK: Clock = {
  hours: 24,
  holders: {
    advisers: [person('legal-adviser')],
    elsewhere: [],
    town: [person('town-office')],
    county: [person('county')],
  },
};

/** @param now they were asked in the days before */
export function demoQuestions(now: Date): Array<{ thread: KeptThread; askedOn: string; seat: number }> {
  const deed = (name: string, by: string, hours: number): Deed => ({
    id: seedId(`questions/${name}`),
    by: person(by),
    at: new Date(now.getTime() + hours * HOUR_MS),
  });
  const words = (name: string, by: string, hours: number, text: string) => ({
    ...deed(name, by, hours),
    text,
    photoIds: [],
  });
  const begin = (name: string, by: string, hours: number, text: string) =>
    openThread(deed(name, by, hours), { text, photoIds: [] }, CLOCK);

  const boundary = begin(
    'boundary',
    'courtyard-head',
    -20,
    '院坝边上两家共用的一条水沟，一家要填了停车，另一家不同意。水沟没有写在哪家的证上，该怎么办？',
  );
  const wages = must(
    say(
      begin(
        'wages',
        'villager',
        -60,
        '我儿子去年在外面工地干了四个月，包工头只给了一部分钱，写了一张欠条，说年底给，到现在打电话也不接。欠条上只写了名字和钱数，还能要回来吗？',
      ),
      words(
        'wages-answer',
        'legal-adviser',
        -44,
        '能要。第一步，带着欠条、工地的照片和同伴的电话，到工地所在地的人社局劳动监察大队投诉，不收钱；总承包的公司对农民工工资要先垫付。第二步，不成的话，拿欠条可以直接到法院起诉，不用先仲裁。要钱的官司，农民工可以申请法律援助，不用看家里有没有钱。欠条请拍清楚，原件收好。',
      ),
      CLOCK,
    ),
  );
  const inheritance = must(
    declareConflict(
      begin('inheritance', 'group-leader', -30, '老人过世没有写遗嘱，几个兄弟姐妹为老房子争，嫁出去的女儿有没有份？'),
      deed('inheritance-conflict', 'legal-adviser', -6),
      CLOCK,
    ),
  );
  return [kept(boundary, 'neighbours'), kept(wages, 'debt'), kept(inheritance, 'family')];
}

function must(outcome: Outcome): Thread {
  if (typeof outcome === 'string') throw new Error(`the demo's question: ${outcome}`);
  return outcome;
}

/** As stored: of what happened before the demo began nobody is told any more. */
function kept(thread: Thread, topic: Topic) {
  const askedAt = thread.events[0]?.at ?? new Date(0);
  return {
    askedOn: localDateOf(askedAt.getTime()),
    seat: 1,
    thread: {
      ...thread,
      villageId: 'zhaying',
      regionPath: ['youyang', 'banxi', 'zhaying'],
      topic,
      askedAt,
      changedAt: thread.events.at(-1)?.at ?? askedAt,
      revision: 1,
      told: thread.events.length,
    },
  };
}
