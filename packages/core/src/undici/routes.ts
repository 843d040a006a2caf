import { Agent, DecoratorHandler, type Dispatcher, ProxyAgent } from 'undici';
import { nameProxy, proxyFromEnvironment, readProxy } from './proxy.js';

/** The way of one request to its host. */
export interface Route {
  readonly dispatcher: Dispatcher;
  /** Goes along with the request (`opaque`), so that {@link began} can tell. */
  readonly note: () => void;
  /** Whether the request began to be sent; until then there was no connection. */
  readonly began: () => boolean;
  /** The proxy on the way, without its password. */
  readonly proxy: string | undefined;
}

export interface Routes {
  to(url: string): Route;
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
  /** The proxy on the way to an origin: the environment is slow to read, and a process keeps its own. */
  const proxies = new Map<string, string | undefined>();
  const everywhere = given === undefined ? undefined : readProxy(given, 'proxy');

  const agentFor = (proxy: string | undefined): Dispatcher => {
    const agent = agents.get(proxy) ?? createAgent(proxy, connect);
    agents.set(proxy, agent);
    return agent;
  };

  const proxyFor = (url: string): string | undefined => {
    if (everywhere !== undefined) return everywhere;
    const { origin } = new URL(url);
    if (!proxies.has(origin)) proxies.set(origin, proxyFromEnvironment(url, process.env));
    return proxies.get(origin);
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
    to(url) {
      const proxy = proxyFor(url);
      let began = false;
      return {
        dispatcher: agentFor(proxy),
        note: () => {
          began = true;
        },
        began: () => began,
        proxy: proxy === undefined ? undefined : nameProxy(proxy),
      };
    },
    async close() {
      if (underWay > 0) await new Promise<void>((resolve) => (idle = resolve));
      for (const agent of agents.values()) await agent.destroy();
    },
  };
}

function createAgent(proxy: string | undefined, connect: { readonly timeout: number }): Dispatcher {
  const agent =
    proxy === undefined
      ? new Agent({ connect })
      : new ProxyAgent({ uri: proxy, proxyTls: connect, requestTls: connect });
  return agent.compose(
    (dispatch) => (options: NotedOptions, handler) => dispatch(options, new BeginningNoted(handler, options.opaque)),
  );
}

/** As {@link Route.note} goes along with a request. */
type NotedOptions = Dispatcher.DispatchOptions & { readonly opaque?: () => void };

type Handler = Dispatcher.DispatchHandler;

interface PassingHandler extends Handler {
  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void;
}

/** undici's types leave out the methods that the class has. */
const Passing = DecoratorHandler as new (handler: Handler) => PassingHandler;

/** Notes that a request begins to be written to a connection. */
class BeginningNoted extends Passing {
  readonly #note: (() => void) | undefined;

  constructor(handler: Handler, note: (() => void) | undefined) {
    super(handler);
    this.#note = note;
  }

  override onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#note?.();
    super.onRequestStart(controller, context);
  }
}
