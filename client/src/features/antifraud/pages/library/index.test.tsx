import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { cutNetwork, open, serve } from '../../../../../test/screen';
import { aFraudCase, wholeService, zhaying } from '../../../../../test/village-texts';
import CasePage from '../case/index';
import Library from './index';

const CASES = '/villages/zhaying/fraud-cases';

test('what runs here, by kind; the list of kinds says when and by whom it was published', async () => {
  usePreferences.setState({ village: zhaying });
  const loan = { ...aFraudCase, id: '01jd0000000000000000000003', type: 'loan', title: '先交保证金' };
  serve({ ...wholeService, [CASES]: { cases: [aFraudCase, loan] } });
  open(<Library />);
  expect(await screen.findByText('冒充公检法及政府机关，被骗 3.8 万元，多找老人')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: '虚假贷款' }));
  expect(screen.queryByText(aFraudCase.title)).toBeNull();
  expect(screen.getByText('先交保证金')).toBeTruthy();
  expect(screen.getByText(/公安部 2024年6月25日公布/)).toBeTruthy();
});

test('a tap calls 96110', () => {
  const call = jest.spyOn(Taro, 'makePhoneCall').mockResolvedValue({} as never);
  open(<Library />);
  fireEvent.click(screen.getByRole('button', { name: '打 96110 问' }));
  expect(call).toHaveBeenCalledWith({ phoneNumber: '96110' });
});

test('none yet, and nobody who has chosen a village', async () => {
  serve({ ...wholeService, [CASES]: { cases: [] } });
  const { unmount } = open(<Library />);
  expect(screen.getByRole('button', { name: '选我的村' })).toBeTruthy();
  unmount();
  usePreferences.setState({ village: zhaying });
  open(<Library />);
  expect(await screen.findByText('扎营村现在没有公布的案例')).toBeTruthy();
});

test('a case that was read is there without a network', async () => {
  serve(wholeService);
  const { unmount } = open(<CasePage />, { caseId: aFraudCase.id });
  expect(await screen.findByText('“公家没有安全账户。”')).toBeTruthy();
  unmount();
  cutNetwork();
  open(<CasePage />, { caseId: aFraudCase.id });
  expect(await screen.findByText('“公家没有安全账户。”')).toBeTruthy();
  expect(screen.getByText(/没有网络/)).toBeTruthy();
});
