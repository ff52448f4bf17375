import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { open, serve } from '../../../../../test/screen';
import { townships, village, zhaying } from '../../../../../test/village-texts';
import Village from '../village/index';
import ChooseVillage from './index';

test('one tap chooses the village, remembers it, and goes back', async () => {
  serve({ '/townships': townships });
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([{}, {}]);
  const back = jest.spyOn(Taro, 'navigateBack');
  open(<ChooseVillage />);
  fireEvent.click(await screen.findByRole('radio', { name: '扎营村' }));
  expect(usePreferences.getState().village).toEqual(zhaying);
  expect(back).toHaveBeenCalled();
});

test('the chosen one is marked as such', async () => {
  usePreferences.setState({ village: zhaying });
  serve({ '/townships': townships });
  open(<ChooseVillage />);
  expect((await screen.findByRole('radio', { name: '扎营村' })).getAttribute('aria-checked')).toBe('true');
  expect(screen.getByRole('radio', { name: '红溪村' }).getAttribute('aria-checked')).toBe('false');
});

test('a village shows its groups with their courtyards, and that they are made up', async () => {
  serve({ '/villages/zhaying': village });
  open(<Village />, { villageId: 'zhaying' });
  expect(await screen.findByText('1组')).toBeTruthy();
  expect(screen.getByText('大院子、老屋基')).toBeTruthy();
  expect(screen.getByText('以上组和院落为演示而写，村里并未真正公布。')).toBeTruthy();
});
