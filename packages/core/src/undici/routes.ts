import { Agent, DecoratorHandler, type Dispatcher, ProxyAgent } from 'undici';
import { nameProxy, proxyFromEnvironment, readProxy } from './proxy.js';

/** The way of one request to its host. */
export interface Route {
  readonly dispatcher: Dispatcher;
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
  const everywhere = given === undefined ? undefined : readProxy(given, 'proxy');

  const agentFor = (proxy: string | undefined): Dispatcher => {
    const agent = agents.get(proxy) ?? createAgent(proxy, connect);
    agents.set(proxy, agent);
    return agent;
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
      const proxy = everywhere ?? proxyFromEnvironment(url, process.env);
      let began = false;
      const note = () => {
        began = true;
      };
      return {
        dispatcher: agentFor(proxy).compose(
          (dispatch) => (options, handler) => dispatch(options, new BeginningNoted(handler, note)),
        ),
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
  if (proxy === undefined) return new Agent({ connect });
  return new ProxyAgent({ uri: proxy, proxyTls: connect, requestTls: connect });
}

type Handler = Dispatcher.DispatchHandler;

interface PassingHandler extends Handler {
  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void;
}

/** undici's types leave out the methods that the class has. */
const Passing = DecoratorHandler as new (handler: Handler) => PassingHandler;

/** Notes that a request begins to be written to a connection. */
class BeginningNoted extends Passing {
  readonly #note: () => void;

  constructor(handler: Handler, note: () => void) {
    super(handler);
    this.#note = note;
  }

  override onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#note();
    super.onRequestStart(controller, context);
  }
}
