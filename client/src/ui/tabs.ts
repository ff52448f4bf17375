import { paths } from '@/paths';
import type { IconName } from './icon';

export type TabName = 'home' | 'rules' | 'points' | 'me';

/** The tabs as the web draws them; WeChat's come from app.config.ts. */
export const tabs: readonly { name: TabName; text: string; icon: IconName; url: string }[] = [
  { name: 'home', text: '首页', icon: 'home', url: paths.home },
  { name: 'rules', text: '村规', icon: 'rules', url: paths.rules },
  { name: 'points', text: '积分', icon: 'points', url: paths.points },
  { name: 'me', text: '我的', icon: 'me', url: paths.me },
];
