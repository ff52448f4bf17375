import Taro from '@tarojs/taro';
import type { usePreferences } from './preferences';

/** The preferences as they are after a start of the app. */
function start() {
  let store: typeof usePreferences | undefined;
  jest.isolateModules(() => {
    store = require('./preferences').usePreferences;
  });
  if (!store) throw new Error('the store did not start');
  return store.getState();
}

const village = { id: 'zhaying', name: '扎营村', townshipId: 'banxi', townshipName: '板溪镇' };

afterEach(() => Taro.clearStorageSync());

test('a new phone reads at normal size and knows no village', () => {
  expect(start()).toMatchObject({ largeText: false, highContrast: false, village: null });
});

test('each choice is remembered, and does not undo the others', () => {
  start().chooseVillage(village);
  start().setLargeText(true);
  start().setHighContrast(true);
  expect(start()).toMatchObject({ largeText: true, highContrast: true, village });
  start().setLargeText(false);
  expect(start()).toMatchObject({ largeText: false, highContrast: true, village });
});

test('a phone that keeps nothing still follows the choice until it is closed', () => {
  const full = jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
    throw new Error('full');
  });
  const preferences = start();
  expect(() => preferences.setLargeText(true)).not.toThrow();
  full.mockRestore();
});
