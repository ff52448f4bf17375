import { questionsDeskContract } from '@xiangyue/shared/features/questions/desk.contract';
import { questionsContract } from '@xiangyue/shared/features/questions/questions.contract';
import { implement } from '../../platform/http/implement';
import { QuestionDeskService } from './question-desk.service';
import { QuestionsService } from './questions.service';

export const questionsApi = implement('questions', questionsContract, (use) => ({
  answerer: ({ actor, input, now }) => use(QuestionsService).answerer(actor, input.villageId, now),
  ask: ({ actor, input, key, now }) => use(QuestionsService).ask(actor, input, key, now),
  mine: ({ actor, input }) => use(QuestionsService).mine(actor, input.before),
  desk: ({ actor, input, now }) => use(QuestionsService).desk(actor, input, now),
  thread: ({ actor, input, now }) => use(QuestionsService).thread(actor, input.questionId, now),
  say: ({ actor, input, key, now }) => use(QuestionsService).say(actor, input, key, now),
  declareConflict: ({ actor, input, key, now }) =>
    use(QuestionsService).declareConflict(actor, input.questionId, key, now),
  close: ({ actor, input, key, now }) => use(QuestionsService).close(actor, input.questionId, key, now),
  reopen: ({ actor, input, key, now }) => use(QuestionsService).reopen(actor, input.questionId, key, now),
  thank: ({ actor, input, key, now }) => use(QuestionsService).thank(actor, input.questionId, key, now),
  addPerson: ({ actor, input, key, now }) => use(QuestionsService).addPerson(actor, input, key, now),
  removePerson: ({ actor, input, now }) => use(QuestionsService).removePerson(actor, input, now),
}));

export const questionsDeskApi = implement('questionsDesk', questionsDeskContract, (use) => ({
  unassigned: ({ input, now }) => use(QuestionDeskService).unassigned(input.regionId, now),
  name: ({ actor, input, key, now }) => use(QuestionDeskService).name(actor, input, key, now),
  clock: ({ input }) => use(QuestionDeskService).clock(input.regionId),
  setClock: ({ actor, input, now }) => use(QuestionDeskService).setClock(actor, input, now),
}));
