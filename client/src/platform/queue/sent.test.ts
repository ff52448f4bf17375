import { onSent, tellSent } from './sent';

test('of all that show the same one is told, and whoever is gone is told no more', () => {
  const asked: string[] = [];
  const stops = ['/me', '/me/messages', '/me'].map((key, i) => onSent(key, () => asked.push(`${key} ${i}`)));
  tellSent();
  expect(asked).toEqual(['/me 0', '/me/messages 1']);

  stops[0]?.();
  stops[1]?.();
  tellSent();
  expect(asked.slice(2)).toEqual(['/me 2']);
  stops[2]?.();
  tellSent();
  expect(asked).toHaveLength(3);
});
