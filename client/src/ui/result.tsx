import { Fragment, type ReactNode } from 'react';
import type { ApiResult } from '@/platform/use-api';
import { Loading } from './loading';
import { ProblemView } from './problem-view';

interface Props<Answer> {
  readonly of: ApiResult<Answer>;
  /** A skeleton of the real shape. */
  readonly loading?: ReactNode;
  readonly children: (answer: Answer) => ReactNode;
}

/** The looks of anything that comes from the service: it is there, it went wrong, or it is on its way. */
export function Result<Answer>({ of, loading = <Loading />, children }: Props<Answer>) {
  if (of.data !== undefined) return <Fragment>{children(of.data)}</Fragment>;
  if (of.problem) return <ProblemView problem={of.problem} retry={of.retry} />;
  return <Fragment>{of.isLoading && loading}</Fragment>;
}
