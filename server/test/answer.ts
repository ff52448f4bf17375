/** An answer as a client sees it, and what most tests look at in one. */

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the body of an answer is whatever a test expects of it
  readonly body: any;
}

/** Reads a response to its end: JSON as what it says, anything else as text. */
export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
}

/** `[200]`, or `[409, 'rules.movedOn']` when it is a problem. */
export function seen({ status, body }: Pick<Answer, 'status' | 'body'>): readonly unknown[] {
  return status < 400 ? [status] : [status, body.code];
}

/** Each as `seen`, in an order of their own: who was first does not matter. */
export function outcomes(answers: readonly Answer[]): (readonly unknown[])[] {
  return answers.map(seen).sort();
}
