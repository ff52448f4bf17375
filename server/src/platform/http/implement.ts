/** Joins a contract to its handlers. One line a route, no logic: load → rule → write is the service's work. */
import type { Contract, InputOf, ResultOf, Route } from '@xiangyue/shared/kernel/contract';
import type { Actor } from '../auth/actor';

/** What a handler gets. Time and key are arguments, so that rules stay pure and a repeated write is recognised. */
export interface Call<R> {
  readonly input: InputOf<R>;
  /** Who calls; on a public route nobody is known. */
  readonly actor: R extends { readonly access: 'public' } ? undefined : Actor;
  readonly now: Date;
  /** The write's idempotency key, for writes that have one; else empty. */
  readonly key: string;
}

type Handlers<C extends Contract> = {
  [Name in keyof C]: (call: Call<C[Name]>) => ResultOf<C[Name]> | Promise<ResultOf<C[Name]>>;
};

/** Gives the one instance of a service class from the container. */
export type Use = <Service>(serviceClass: new (...made: never[]) => Service) => Service;

/** A call as the router makes it, before a contract has given it its types. */
export interface AnyCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly actor: Actor | undefined;
  readonly now: Date;
  readonly key: string;
}

/** A route joined to its handler, as the router mounts it. */
export interface MountedRoute {
  readonly name: string;
  readonly route: Route;
  handle(call: AnyCall): unknown;
}

/** Everything that a feature offers over HTTP, not yet bound to a container. */
export type Api = (use: Use) => MountedRoute[];

/** Does not compile while a route of the contract has no handler, or a handler answers another shape. */
export function implement<C extends Contract>(
  feature: string,
  contract: C,
  handlersOf: (use: Use) => Handlers<C>,
): Api {
  return (use) => {
    const handlers = handlersOf(use);
    return Object.entries(contract).map(([name, route]) => ({
      name: `${feature}.${name}`,
      route,
      handle: handlers[name] as MountedRoute['handle'],
    }));
  };
}
