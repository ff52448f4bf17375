/** Joins a contract to its handlers. One line a route, no logic: load → rule → write is the service's work. */
import type { Contract, InputOf, ResultOf, Route } from '@xiangyue/shared/kernel/contract';

/** What a handler gets: checked input, and the time of the request as an argument, so that rules stay pure. */
export interface Call<R> {
  readonly input: InputOf<R>;
  readonly now: Date;
}

type Handlers<C extends Contract> = {
  [Name in keyof C]: (call: Call<C[Name]>) => ResultOf<C[Name]> | Promise<ResultOf<C[Name]>>;
};

/** Gives the one instance of a service class from the container. */
export type Use = <Service>(serviceClass: new () => Service) => Service;

/** A route joined to its handler, as the router mounts it. */
export interface MountedRoute {
  readonly name: string;
  readonly route: Route;
  handle(call: Call<Route>): unknown;
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
      handle: handlers[name] as (call: Call<Route>) => unknown,
    }));
  };
}
