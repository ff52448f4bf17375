/** Where a message leads: the address of each page that a kind of message can open (shared: messages.kinds.ts). */
import { MESSAGE_KINDS, type MessageKind, type MessagePage } from '@xiangyue/shared/features/messages/messages.kinds';
import { paths } from './paths';

/** `about` is the identifier that came with the message, for pages that need one. */
const ADDRESSES: Readonly<Record<MessagePage, (about: string) => string>> = {
  me: () => paths.me,
  devices: () => paths.devices,
  points: () => paths.points,
  fraudCase: (caseId) => paths.fraudCase(caseId),
  fraudQuestion: (questionId) => paths.fraudQuestion(questionId),
  // The village and the question, with a slash between.
  fraudQuestionDesk: (about) => {
    const [regionId = '', questionId = ''] = about.split('/');
    return paths.fraudQuestionAnswer(regionId, questionId);
  },
  delegation: paths.delegation,
  booking: paths.booking,
  slots: (hostId) => paths.slots(hostId),
  question: paths.question,
  questionsToName: paths.questionsToName,
};

/** The address that a message opens; undefined for a kind that this version of the app does not know. */
export function messageAddress(kind: MessageKind, about: string | null): string | undefined {
  const known = MESSAGE_KINDS[kind] as (typeof MESSAGE_KINDS)[MessageKind] | undefined;
  return known && ADDRESSES[known.opens](about ?? '');
}
