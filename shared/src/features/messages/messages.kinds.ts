/**
 * Every kind of message that a feature may send to a person: its title, and which page it opens. A message keeps the kind
 * and not the address, so that old messages still lead somewhere when pages have moved. A feature adds its kinds here.
 */

/** Pages that a message can open; the client knows their addresses (client/src/message-pages.ts). */
export type MessagePage =
  | 'me'
  | 'devices'
  | 'points'
  | 'delegation'
  | 'booking'
  | 'slots'
  | 'question'
  | 'questionsToName'
  | 'fraudCase'
  | 'fraudQuestion'
  | 'fraudQuestionDesk';

interface MessageKindData {
  readonly title: string;
  readonly opens: MessagePage;
}

export const MESSAGE_KINDS = {
  'questions.toAnswer': { title: '有一个法律问题等您答', opens: 'question' },
  'questions.toName': { title: '有一个问题等您指定律师', opens: 'questionsToName' },
  'questions.answered': { title: '律师答复了', opens: 'question' },
  'questions.passedOn': { title: '您的问题换一位律师答', opens: 'question' },
  'questions.thanked': { title: '有人谢谢您', opens: 'question' },
  'questions.added': { title: '有人请您一起看一个问题', opens: 'question' },
  'identity.officeGiven': { title: '您有了新的职务', opens: 'me' },
  'identity.officeTaken': { title: '您的一项职务免去了', opens: 'me' },
  'identity.desktopSignedIn': { title: '有一台电脑用您的身份登录了', opens: 'devices' },
  'points.refused': { title: '您家的积分申报没有通过', opens: 'points' },
  'points.credited': { title: '您家的积分入账了', opens: 'points' },
  'points.objectionAnswered': { title: '您提的积分异议有答复了', opens: 'points' },
  'points.corrected': { title: '您家的积分有改动', opens: 'points' },
  'delegations.begun': { title: '有人可以替您家里人办事了', opens: 'delegation' },
  'delegations.stopped': { title: '一份代办停了', opens: 'delegation' },
  'legal.booked': { title: '有人约了您的时间', opens: 'booking' },
  'legal.bookingChanged': { title: '您的预约有变动', opens: 'booking' },
  'legal.bookingSoon': { title: '预约快到时间了', opens: 'booking' },
  'legal.slotFree': { title: '您等的时间空出来了', opens: 'slots' },
  'antifraud.warning': { title: '防骗提醒', opens: 'fraudCase' },
  'antifraud.asked': { title: '有人问是不是诈骗', opens: 'fraudQuestionDesk' },
  'antifraud.askedPaid': { title: '急：有人问，钱已经转了', opens: 'fraudQuestionDesk' },
  'antifraud.overdue': { title: '有一件到时间还没回答', opens: 'fraudQuestionDesk' },
  'antifraud.answered': { title: '民警回答了您问的事', opens: 'fraudQuestion' },
} as const satisfies Record<`${string}.${string}`, MessageKindData>;

export type MessageKind = keyof typeof MESSAGE_KINDS;
