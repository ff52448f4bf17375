/** Draws a page as a phone would, with a service that answers as told. */

import Taro from '@tarojs/taro';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { AnswersProvider } from '@/platform/answers-provider';
import { setRouterParams } from './stand-ins/taro';

/** Answers by address below `/api`: a body, or an Answer with another status. */
export type Service = Record<string, unknown>;

class Answer {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {}
}

/** An answer of `application/problem+json`. */
export function refuse(status: number, code: string, title: string, detail?: string): Answer {
  return new Answer(status, { code, title, detail, status, requestId: 'k3v9x2' });
}

/** From now on the network answers like this; an address it does not know is a mistake of the test. */
export function serve(service: Service) {
  const request = jest.spyOn(Taro, 'request');
  // What was asked of an earlier service is another story.
  request.mockClear();
  return request.mockImplementation((async ({ url }: { url: string }) => {
    const path = decodeURIComponent(url.replace(/^\/api/, ''));
    if (!(path in service)) throw new Error(`the test's service does not know ${path}`);
    const told = service[path];
    return told instanceof Answer ? { statusCode: told.status, data: told.body } : { statusCode: 200, data: told };
  }) as never);
}

/** From now on nothing answers, and the phone knows that it has no network. */
export function cutNetwork() {
  window.dispatchEvent(new Event('offline'));
  return jest.spyOn(Taro, 'request').mockRejectedValue({ errMsg: 'request:fail' } as never);
}

/** From now on nothing answers, ever. */
export function neverAnswer() {
  return jest.spyOn(Taro, 'request').mockReturnValue(new Promise(() => undefined) as never);
}

/** Draws a page at an address with these parameters, as after a start of the app. */
export function open(page: ReactElement, params: Record<string, string> = {}) {
  setRouterParams(params);
  return render(<AnswersProvider>{page}</AnswersProvider>);
}
