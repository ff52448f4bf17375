import { messagesContract } from '@xiangyue/shared/features/messages/messages.contract';
import { implement } from '../../platform/http/implement';
import { ConsentsService } from './consents.service';
import { MessagesService } from './messages.service';

export const messagesApi = implement('messages', messagesContract, (use) => ({
  mine: ({ actor, input }) => use(MessagesService).mine(actor, input.before),
  unread: ({ actor }) => use(MessagesService).unread(actor),
  read: ({ actor, input, now }) => use(MessagesService).read(actor, input.messageId, now),
  readAll: ({ actor, input, now }) => use(MessagesService).readAll(actor, input.upTo, now),
  reminders: ({ actor }) => use(ConsentsService).mine(actor),
  noteReminders: ({ actor, input, key }) => use(ConsentsService).note(actor, input.answers, key),
}));
