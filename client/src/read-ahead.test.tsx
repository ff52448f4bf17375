import { act, screen, waitFor } from '@testing-library/react';
import { cutNetwork, open, serve } from '../test/screen';
import { aFraudCase, DOCUMENT_ID, wholeService, zhaying } from '../test/village-texts';
import ClausePage from './features/rules/pages/clause/index';
import { usePreferences } from './platform/preferences';
import { ReadAhead } from './read-ahead';

const asked = (request: jest.SpyInstance) => request.mock.calls.map(([{ url }]) => url);

test('once a village is chosen its rules are on the phone, before anyone has opened them', async () => {
  const request = serve(wholeService);
  const firstRun = open(<ReadAhead />);
  expect(request).not.toHaveBeenCalled();
  act(() => usePreferences.getState().chooseVillage(zhaying));
  await waitFor(() =>
    expect(asked(request)).toEqual([
      '/api/villages/zhaying',
      '/api/villages/zhaying/rules',
      `/api/rules/${DOCUMENT_ID}`,
      '/api/villages/zhaying/fraud-cases',
      `/api/fraud-cases/${aFraudCase.id}`,
    ]),
  );
  await act(async () => undefined);
  firstRun.unmount();

  cutNetwork();
  open(<ClausePage />, { documentId: DOCUMENT_ID, number: '3' });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('护林防火');
});

test('not again on the next start of the same day, but at once for another village', async () => {
  usePreferences.setState({ village: zhaying });
  serve(wholeService);
  const firstRun = open(<ReadAhead />);
  await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  firstRun.unmount();

  const request = serve({ '/villages/hongxi': {}, '/villages/hongxi/rules': { documents: [] } });
  open(<ReadAhead />);
  await act(async () => undefined);
  expect(request).not.toHaveBeenCalled();
  act(() => usePreferences.getState().chooseVillage({ ...zhaying, id: 'hongxi' }));
  await waitFor(() =>
    expect(asked(request)).toEqual([
      '/api/villages/hongxi',
      '/api/villages/hongxi/rules',
      '/api/villages/hongxi/fraud-cases',
    ]),
  );
});

test('without a signal it waits for one', async () => {
  usePreferences.setState({ village: zhaying });
  cutNetwork();
  open(<ReadAhead />);
  const request = serve(wholeService);
  act(() => void window.dispatchEvent(new Event('online')));
  await waitFor(() => expect(asked(request)).toContain(`/api/rules/${DOCUMENT_ID}`));
});
