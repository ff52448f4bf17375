import type { PropsWithChildren } from 'react';
import { AnswersProvider } from './platform/answers-provider';
import { ReadAhead } from './read-ahead';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  return (
    <AnswersProvider>
      <ReadAhead />
      {children}
    </AnswersProvider>
  );
}
