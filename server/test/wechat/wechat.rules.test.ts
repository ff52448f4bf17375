import { fitThing, isFieldValid, isScene } from '../../src/platform/wechat/wechat.rules';

describe('fitThing: at most 20 characters, ending at a word', () => {
  test.each([
    ['扎营村志愿服务', '扎营村志愿服务'],
    ['', ''],
    // exactly 20 stays whole, 21 does not
    ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['冒充客服退款，先让你开屏幕共享，再让你转账的都是骗子', '冒充客服退款，先让你开屏幕共享，再让你…'],
    ['反诈宣传进村入户（本周六上午在文化广场）', '反诈宣传进村入户（本周六上午在文化广场）'],
    // no opening bracket or comma is left standing before the ellipsis
    ['请扎营村各组组长明天上午到村委会来，（带好笔和本）', '请扎营村各组组长明天上午到村委会来…'],
    // a number is kept whole or left out: 12000元 must not be read as 120
    ['村民王某刷单被骗走了总共人民币合计12000元', '村民王某刷单被骗走了总共人民币合计…'],
    ['call 96110 at once, tell nobody', 'call 96110 at once…'],
    // one word longer than the field is cut between characters
    ['abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrs…'],
    // characters outside the basic plane and joined ones are never split
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦…'],
    ['𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷…'],
    // one line
    ['  通知：\r\n\t明天停水  ', '通知： 明天停水'],
  ])('%j', (text, fitted) => {
    expect(fitThing(text)).toBe(fitted);
    expect(fitThing(text).length).toBeLessThanOrEqual(20);
  });
});

test.each([
  ['thing1', '二十个字以内', true],
  ['thing1', 'x'.repeat(20), true],
  ['thing1', 'x'.repeat(21), false],
  ['thing12', 'x'.repeat(21), false],
  ['character_string1', 'x'.repeat(21), true],
  ['thing1', '', false],
  ['date2', '  ', false],
  ['thing1', '两\n行', false],
])('isFieldValid(%s, %j) is %s', (field, value, valid) => expect(isFieldValid(field, value)).toBe(valid));

test.each([
  ['h=01aryz6s41&k=3', true],
  ["09azAZ!#$&'()*+,/:;=?@-._~", true],
  ['x'.repeat(32), true],
  ['x'.repeat(33), false],
  ['', false],
  ['a%20b', false],
  ['a b', false],
  ['扎营', false],
])('isScene(%j) is %s', (text, scene) => expect(isScene(text)).toBe(scene));
