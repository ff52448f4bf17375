import { adviserContract } from '@xiangyue/shared/features/legal/adviser.contract';
import { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { bookingDeskContract } from '@xiangyue/shared/features/legal/booking-desk.contract';
import { implement } from '../../platform/http/implement';
import { AdvisersService } from './advisers.service';
import { BookingDeskService } from './booking-desk.service';
import { BookingsService } from './bookings.service';
import { HostsService } from './hosts.service';

export const adviserApi = implement('adviser', adviserContract, (use) => ({
  ofVillage: ({ input, now }) => use(AdvisersService).ofVillage(input.villageId, now),
  find: ({ input, now }) => use(AdvisersService).find(input.adviserId, now),
  mine: ({ actor, now }) => use(AdvisersService).mine(actor, now),
  save: ({ actor, input, now }) => use(AdvisersService).save(actor, input, now),
  setTarget: ({ input }) => use(AdvisersService).setTarget(input),
  log: ({ actor, input, now }) => use(AdvisersService).log(actor, input, now),
  exportLog: ({ input, now }) => use(AdvisersService).exportLog(input, now),
  addEntry: ({ actor, input, key, now }) => use(AdvisersService).addEntry(actor, input, key, now),
  removeEntry: ({ actor, input }) => use(AdvisersService).removeEntry(actor, input),
}));

export const bookingApi = implement('booking', bookingContract, (use) => ({
  hosts: ({ input, now }) => use(HostsService).hosts(input.villageId, now),
  slots: ({ input, now }) => use(HostsService).slots(input.hostId, now),
  book: ({ actor, input, key, now }) => use(BookingsService).book(actor, input, key, now),
  mine: ({ actor, input, now }) => use(BookingsService).mine(actor, input.before, now),
  find: ({ actor, input, now }) => use(BookingsService).find(actor, input.bookingId, now),
  cancel: ({ actor, input, now }) => use(BookingsService).cancel(actor, input, now),
  reschedule: ({ actor, input, now }) => use(BookingsService).reschedule(actor, input, now),
  reopen: ({ actor, input, now }) => use(BookingsService).reopen(actor, input, now),
  wait: ({ actor, input, now }) => use(BookingsService).wait(actor, input, now),
  stopWaiting: ({ actor, input }) => use(BookingsService).stopWaiting(actor, input),
}));

export const bookingDeskApi = implement('bookingDesk', bookingDeskContract, (use) => ({
  hours: ({ actor, now }) => use(HostsService).myHours(actor, now),
  saveHours: ({ actor, input }) => use(HostsService).saveHours(actor, input),
  week: ({ actor, input, now }) => use(BookingDeskService).week(actor, input.from, now),
  promises: ({ actor, now }) => use(BookingDeskService).promises(actor, now),
  confirm: ({ actor, input, now }) => use(BookingDeskService).step(actor, 'confirm', input, now),
  begin: ({ actor, input, now }) => use(BookingDeskService).step(actor, 'begin', input, now),
  miss: ({ actor, input, now }) => use(BookingDeskService).step(actor, 'miss', input, now),
  appear: ({ actor, input, now }) => use(BookingDeskService).step(actor, 'appear', input, now),
  finish: ({ actor, input, now }) => use(BookingDeskService).finish(actor, input, now),
  keep: ({ actor, input, now }) => use(BookingDeskService).keep(actor, input, now),
  holidays: ({ input }) => use(HostsService).holidays(input.regionId),
  setHolidays: ({ input }) => use(HostsService).setHolidays(input),
}));
