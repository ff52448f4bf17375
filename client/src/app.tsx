import type { PropsWithChildren } from 'react';
import { AnswersProvider } from './platform/answers-provider';
import { keepAppOffline } from './platform/offline-app';
import { startWriteQueue } from './platform/queue/queue';
import { ReadAhead } from './read-ahead';
import './app.scss';

keepAppOffline();
startWriteQueue();

/** The frame that all pages share; it draws nothing itself. */
export default function App({ children }: PropsWithChildren) {
  return (
    <AnswersProvider>
      <ReadAhead />
      {children}
    </AnswersProvider>
  );
}
