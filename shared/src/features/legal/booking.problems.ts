import { defineProblems } from '../../kernel/problem';

export const bookingProblems = defineProblems({
  'legal.hostUnknown': { status: 404, title: '现在不能预约这个人', detail: () => '可能任期已满，或者不管这个村' },
  'legal.notHost': { status: 403, title: '您没有接待的职务', detail: () => '法律顾问、村干部和镇办公室可以设接待时间' },
  'legal.hoursChanged': { status: 409, title: '您在别处刚改过时间', detail: () => '请看过最新的再改' },
  'legal.hoursWrong': { status: 422, title: '时间有几处不对' },
  'legal.slotPast': { status: 422, title: '这个时间已经过了', detail: () => '请另选一个' },
  'legal.slotTooSoon': { status: 422, title: '这个时间太近，来不及安排', detail: () => '请选晚一点的' },
  'legal.slotNotOffered': { status: 422, title: '这个时间不能预约', detail: () => '时间可能刚刚改过，请另选一个' },
  'legal.slotTaken': { status: 409, title: '这个时间刚被别人约了', detail: () => '请另选一个' },
  'legal.overlapsOwn': { status: 409, title: '您这个时间已经有别的预约', detail: () => '先取消那一个，或者另选时间' },
  'legal.wayNotOffered': { status: 422, title: '这个时间不能用这种方式' },
  'legal.phoneMissing': { status: 422, title: '电话里谈，要留一个电话号码' },
  'legal.bookingsTooMany': {
    status: 409,
    title: '您的预约已经不少了',
    detail: ({ limit }: { limit: number }) => `最多同时约 ${limit} 次，办完一次再约`,
  },
  'legal.bookingUnknown': { status: 404, title: '没有找到这次预约' },
  'legal.bookingChanged': { status: 409, title: '这次预约刚刚有变动', detail: () => '请看过最新的，再做这一步' },
  'legal.moveForbidden': { status: 409, title: '现在不能做这一步' },
  'legal.moveTooEarly': { status: 409, title: '还没到时候', detail: () => '开始前半小时才能接待，等十分钟才算没有来' },
  'legal.moveTooLate': { status: 409, title: '时间已经过了' },
  'legal.promiseDateWrong': { status: 422, title: '办结的日子不对', detail: () => '最早是今天，最晚是一年以内' },
  'legal.nothingPromised': { status: 409, title: '没有还要办的事' },
  'legal.weekNotFull': { status: 409, title: '这一周还有空的时间', detail: () => '可以直接预约' },
  'legal.waitsTooMany': {
    status: 409,
    title: '您在等的已经不少了',
    detail: ({ limit }: { limit: number }) => `最多同时等 ${limit} 周`,
  },
});
