/**
 * Messages to a person: what happened that concerns them, kept for a year. Nobody has to look for news in chats, and a
 * reminder through WeChat, which may or may not be allowed, is never the only way to hear of something.
 */
import { z } from 'zod';
import { route } from '../../kernel/contract';
import { documentId, instant } from '../../kernel/fields';
import { MESSAGE_KINDS, type MessageKind } from './messages.kinds';

/** One screenful and a little more. */
export const MESSAGE_PAGE_LIMIT = 30;
/** Above this the badge says 99+. */
export const UNREAD_SHOWN_MAX = 99;
/** A text is a few sentences; the rest stands on the page that it opens. */
export const MESSAGE_TEXT_MAX_CHARACTERS = 300;

const kind = z.enum(Object.keys(MESSAGE_KINDS) as MessageKind[]);

/** As WeChat gives them. */
const template = z.string().regex(/^[\w-]{20,64}$/, '模板编号不对');
/** WeChat asks for at most five at a time. */
const ASKED_MAX = 5;

const message = z.object({
  id: documentId,
  kind,
  title: z.string(),
  text: z.string(),
  /** What it is about, for the page that it opens; null where the page needs no telling. */
  about: z.string().nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
});

export const messagesContract = {
  mine: route({
    method: 'GET',
    path: '/me/messages',
    summary: '给我的消息，新的在前',
    access: 'signedIn',
    query: z.object({ before: documentId.optional() }),
    output: z.object({ messages: z.array(message).max(MESSAGE_PAGE_LIMIT), next: documentId.nullable() }),
  }),
  unread: route({
    method: 'GET',
    path: '/me/messages/unread',
    summary: '有几条消息没看',
    access: 'signedIn',
    /** One more than `UNREAD_SHOWN_MAX` stands for any larger number. */
    output: z.object({ unread: z.int().nonnegative() }),
  }),
  read: route({
    method: 'PUT',
    path: '/me/messages/:messageId/read',
    summary: '这条消息看过了',
    access: 'signedIn',
    params: z.object({ messageId: documentId }),
    output: z.object({}),
    problems: ['messages.unknown'],
    idempotency: 'natural',
    offline: 'queued',
  }),
  readAll: route({
    method: 'PUT',
    path: '/me/messages/read',
    summary: '到这一条为止都看过了',
    access: 'signedIn',
    /** The newest that the person has seen: what came later, while the phone had no signal, stays unread. */
    body: z.object({ upTo: documentId }),
    output: z.object({}),
    idempotency: 'natural',
    offline: 'queued',
  }),
  reminders: route({
    method: 'GET',
    path: '/me/reminders',
    summary: '可以请微信提醒的事，还能提醒几次',
    access: 'signedIn',
    output: z.object({
      templates: z.array(
        z.object({ template: z.string(), accepted: z.int().nonnegative(), refusedForever: z.boolean() }),
      ),
    }),
  }),
  noteReminders: route({
    method: 'POST',
    path: '/me/reminders',
    summary: '记下本人在微信里同意或拒绝的提醒，同意一次提醒一次',
    access: 'signedIn',
    body: z.object({
      answers: z
        .array(z.object({ template, answer: z.enum(['accepted', 'refused', 'refusedForever']) }))
        .min(1)
        .max(ASKED_MAX),
    }),
    output: z.object({}),
    offline: 'queued',
  }),
};
