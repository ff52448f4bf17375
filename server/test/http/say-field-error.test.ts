import { z } from 'zod';
import { sayFieldError } from '../../src/platform/http/say-field-error';

test.each([
  [z.string(), undefined, '请填写'],
  [z.string(), null, '请填写'],
  [z.string(), 7, '格式不对'],
  [z.string().min(1), '', '请填写'],
  [z.string().min(2), '一', '最少 2 个字'],
  [z.string().max(2), '一二三', '最多 2 个字'],
  [z.int().max(40), 41, '最多 40'],
  [z.int(), 1.5, '格式不对'],
  [z.array(z.string()).max(1), ['a', 'b'], '最多 1 项'],
  [z.enum(['a', 'b']), 'c', '请从给出的里面选一个'],
  [z.string().regex(/^a$/), 'b', '格式不对'],
  // a contract's own sentence comes first
  [z.string().max(2, '太长了'), '一二三', '太长了'],
])('%#', (type, value, message) => {
  const { error } = type.safeParse(value, { error: sayFieldError });
  expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
});
