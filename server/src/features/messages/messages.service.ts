/** Messages to persons. A feature sends; the person reads. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  MESSAGE_PAGE_LIMIT,
  MESSAGE_TEXT_MAX_CHARACTERS,
  type messagesContract,
  UNREAD_SHOWN_MAX,
} from '@xiangyue/shared/features/messages/messages.contract';
import { MESSAGE_KINDS, type MessageKind } from '@xiangyue/shared/features/messages/messages.kinds';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { newId } from '../../platform/auth/secrets';
import { pageOf } from '../../platform/paging/page';
import { PersonalData } from '../../platform/personal-data/personal-data';
import { type Message, MessagesStore } from './messages.store';

/** Several a day for a year. */
const GATHERED_MAX = 2_000;
/** Long enough to look up when something happened; then it goes. */
const KEPT_MS = 365 * 24 * 3600_000;

export interface NewMessage {
  /** The same key is the same message, however often it is sent to the person: `grant/<grantId>`. */
  readonly key: string;
  readonly personId: string;
  readonly kind: MessageKind;
  /** At most 300 characters, whole sentences. */
  readonly text: string;
  /** An identifier for the page that the kind opens. */
  readonly about?: string | undefined;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class MessagesService {
  @Inject()
  private readonly store!: MessagesStore;

  @Inject()
  private readonly personalData!: PersonalData;

  @Init()
  init(): void {
    const erased = { erased: ['给您的消息'], kept: [] };
    this.personalData.register({
      key: 'messages',
      title: '给我的消息',
      foretells: erased,
      gather: async (personId) =>
        (await this.store.list(personId, undefined, GATHERED_MAX)).map(({ kind, text, createdAt, readAt }) => ({
          标题: MESSAGE_KINDS[kind].title,
          内容: text,
          收到: createdAt.toISOString(),
          看过: readAt?.toISOString() ?? null,
        })),
      erase: async (personId) => {
        await this.store.removeAll(personId);
        return erased;
      },
    });
  }

  /** Sends once; repeating is harmless. @returns whether this call was the one that sent it */
  async send({ key, personId, kind, text, about }: NewMessage, now: Date): Promise<boolean> {
    return this.store.insert(messageOf({ key, personId, kind, text, about }, now));
  }

  /** The same to many at once, at most some hundred: each gets it once, however often it is sent. */
  async sendToMany(
    personIds: readonly string[],
    message: Omit<NewMessage, 'personId' | 'kind'> & { readonly kind: 'antifraud.warning' },
    now: Date,
  ): Promise<void> {
    await this.store.insertMany(personIds.map((personId) => messageOf({ ...message, personId }, now)));
  }

  /** How many have read what went to many under this key. */
  countRead(key: string): Promise<number> {
    return this.store.countRead(key);
  }

  /** A page of one's own messages, the newest first. */
  async mine(actor: Actor, before: string | undefined): Promise<OutputOf<typeof messagesContract.mine>> {
    const found = await this.store.list(actor.personId, before, MESSAGE_PAGE_LIMIT + 1);
    const { page, next } = pageOf(found, MESSAGE_PAGE_LIMIT, ({ id }) => id);
    return {
      messages: page.map(({ id, kind, text, about, createdAt, readAt }) => ({
        id,
        kind,
        title: MESSAGE_KINDS[kind].title,
        text,
        about,
        createdAt: createdAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
      next,
    };
  }

  async unread(actor: Actor): Promise<OutputOf<typeof messagesContract.unread>> {
    return { unread: await this.store.countUnread(actor.personId, UNREAD_SHOWN_MAX + 1) };
  }

  /** Problems: `messages.unknown`, also for another person's message. */
  async read(actor: Actor, messageId: string, now: Date): Promise<Record<string, never>> {
    if (!(await this.store.markRead(actor.personId, messageId, now))) throw problem('messages.unknown');
    return {};
  }

  async readAll(actor: Actor, upTo: string, now: Date): Promise<Record<string, never>> {
    await this.store.markReadUpTo(actor.personId, upTo, now);
    return {};
  }
}

function messageOf({ key, personId, kind, text, about }: NewMessage, now: Date): Message {
  if (text.length > MESSAGE_TEXT_MAX_CHARACTERS) throw new RangeError(`${kind}: a text of ${text.length} characters`);
  return {
    id: newId(now),
    personId,
    key,
    kind,
    text,
    about: about ?? null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + KEPT_MS),
  };
}
