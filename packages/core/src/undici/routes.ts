import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { nameProxy, proxyFromEnvironment, readProxy } from './proxy.js';

/** The way of one request to its host. */
export interface Route {
  readonly dispatcher: Dispatcher;
  /** The proxy on the way, without its password. */
  readonly proxy: string | undefined;
}

export interface Routes {
  /** @param origin as `URL` writes it. */
  to(origin: string): Route;
  /** A request is under way, until the function is called that this returns. */
  hold(): () => void;
  /** Waits for the requests under way, and for no connection that is still being made for one that was given up. */
  close(): Promise<void>;
}

/** Long enough for a slow handshake, short enough to tell an unreachable host from a slow answer. */
const LONGEST_CONNECT_MS = 10_000;

/**
 * Keeps the connections, straight ones and those through each proxy.
 *
 * @param given a proxy for all requests, in place of those of the environment
 * @param timeoutMs the time of a whole request: nobody waits longer for a connection
 * @throws InvalidUrlError for a proxy whose address cannot be read.
 */
export function openRoutes(given: string | undefined, timeoutMs = LONGEST_CONNECT_MS): Routes {
  const connect = { timeout: Math.min(LONGEST_CONNECT_MS, timeoutMs) };
  const agents = new Map<string | undefined, Dispatcher>();
  /** By origin: the environment is slow to read, and a process keeps its own. */
  const routes = new Map<string, Route>();
  const everywhere = given === undefined ? undefined : readProxy(given, 'proxy');

  const agentFor = (proxy: string | undefined): Dispatcher => {
    const agent = agents.get(proxy) ?? createAgent(proxy, connect);
    agents.set(proxy, agent);
    return agent;
  };

  const findRoute = (origin: string): Route => {
    const proxy = everywhere ?? proxyFromEnvironment(origin, process.env);
    const route = { dispatcher: agentFor(proxy), proxy: proxy === undefined ? undefined : nameProxy(proxy) };
    routes.set(origin, route);
    return route;
  };

  let underWay = 0;
  let idle = (): void => undefined;

  return {
    hold() {
      underWay += 1;
      return () => {
        underWay -= 1;
        if (underWay === 0) idle();
      };
    },
    to: (origin) => routes.get(origin) ?? findRoute(origin),
    async close() {
      if (underWay > 0) await new Promise<void>((resolve) => (idle = resolve));
      for (const agent of agents.values()) await agent.destroy();
    },
  };
}

function createAgent(proxy: string | undefined, connect: { readonly timeout: number }): Dispatcher {
  return proxy === undefined
    ? new Agent({ connect })
    : new ProxyAgent({ uri: proxy, proxyTls: connect, requestTls: connect });
}
