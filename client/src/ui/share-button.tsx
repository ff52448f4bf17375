import { shareFromWeb } from '@/platform/share';
import { ActionButton } from './action-button';

/** Passes this page on. In WeChat the page's own `useShareAppMessage` says what is sent. */
export function ShareButton({ title, path }: { readonly title: string; readonly path: string }) {
  return (
    <ActionButton
      icon="share"
      sharesPage
      onPress={() => process.env.TARO_ENV !== 'weapp' && void shareFromWeb(title, path)}
    >
      转给别人
    </ActionButton>
  );
}
