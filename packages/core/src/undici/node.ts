import { type Client, createClient } from '../client.js';
import type { ClientOptions } from '../send/sender.js';
import { readApiKey } from '../values/apiKey.js';
import { type HttpRequest, type HttpResponse, type Transport, wrapTransport } from '../wire/transport.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { createUndiciTransport, type UndiciTransport } from './index.js';
import { findProxy } from './proxy.js';

export * from '../index.js';

/** Where and as whom to connect, and within what limits. */
export interface ConnectOptions extends Omit<ClientOptions, 'baseUrl' | 'transport' | 'sleep'> {
  /** `acme`, `acme.bossdesk.io` or a full address (`https://desk.example.com/support`). */
  readonly url: string;
  /** The key of the user that the client acts as; blanks around it and the header that it is sent in are left aside. */
  readonly apiKey?: string | undefined;
  /** In place of the key, with `password`: exchanged for it at the first call (doc L36-64). */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /**
   * Address of a proxy for all requests, e.g. `http://proxy.example.com:3128`. By default `HTTPS_PROXY`, `HTTP_PROXY` and
   * `NO_PROXY` of the environment decide, and this machine is reached without one.
   */
  readonly proxy?: string | undefined;
  /** What names the program to the desk, in its logs. Default `bossdesk-client`. */
  readonly userAgent?: string | undefined;
  /** Sees every answer of the API, for what calls do not tell, as the server's clock. */
  readonly onResponse?: (response: HttpResponse) => void;
  /** Sees every request when it is sent; what it gives back is called when that is answered or has failed. */
  readonly onRequest?: (request: HttpRequest) => () => void;
}

/** A client that keeps connections open. */
export type ConnectedClient = Client & {
  /** The proxy on the way to the desk, without its password. */
  readonly proxy: string | undefined;
  /** Ends the kept connections; a process can then end by itself. */
  close(): Promise<void>;
};

/**
 * Connects to a BOSSDesk account from Node. Nothing is sent before the first call.
 *
 * @throws InvalidUrlError when the URL, or that of the proxy, cannot be used; RangeError for a limit that would let nothing through; TypeError
 * when there is neither a key nor a user name with its password, or a key that no header can hold.
 */
export function connect(options: ConnectOptions): ConnectedClient {
  const { url, username, password, proxy, userAgent, onResponse, onRequest, ...others } = options;
  const apiKey = options.apiKey === undefined ? undefined : readApiKey(options.apiKey);
  const opened: UndiciTransport[] = [];
  const open = (credential: { readonly apiKey: string } | { readonly username: string; readonly password: string }) => {
    const transport = createUndiciTransport({
      ...credential,
      ...(proxy === undefined ? {} : { proxy }),
      ...(userAgent === undefined ? {} : { userAgent }),
      ...(others.timeoutMs === undefined ? {} : { timeoutMs: others.timeoutMs }),
    });
    opened.push(transport);
    return transport;
  };
  const clientOf = (transport: Transport) =>
    createClient({ ...others, baseUrl: url, sleep, transport: observe(transport, { onResponse, onRequest }) });
  const transport = (): Transport => {
    if (apiKey !== undefined && apiKey !== '') return open({ apiKey: readApiKey(apiKey) });
    if (username === undefined || password === undefined)
      throw new TypeError('There is no API key: give apiKey, or username and password');
    const basic = open({ username, password });
    return signInFirst(basic, async () => open({ apiKey: (await clientOf(basic).sessions.create()).api_key }));
  };
  const client = clientOf(transport());
  return Object.assign(client, {
    proxy: findProxy(client.baseUrl, proxy),
    close: async () => {
      for (const one of opened.splice(0)) await one.close();
    },
  });
}

/** Signs in before the first request that needs the key; a sign-in that failed is tried again by the next one. */
function signInFirst(basic: Transport, signIn: () => Promise<Transport>): Transport {
  let signedIn: Promise<Transport> | undefined;
  let keyed: Transport | undefined;
  const send = async (request: HttpRequest) => {
    if (request.auth !== 'api') return basic(request);
    signedIn ??= signIn().catch((error: unknown) => {
      signedIn = undefined;
      throw error;
    });
    keyed = await signedIn;
    return keyed(request);
  };
  const redactAll = (text: string) => [basic, keyed].reduce((clean, one) => one?.redact?.(clean) ?? clean, text);
  return Object.assign(send, { redact: redactAll });
}

function observe(
  transport: Transport,
  { onResponse, onRequest }: { [Name in 'onResponse' | 'onRequest']: ConnectOptions[Name] | undefined },
): Transport {
  return wrapTransport(transport, async (request) => {
    const done = onRequest?.(request);
    try {
      const response = await transport(request);
      onResponse?.(response);
      return response;
    } finally {
      done?.();
    }
  });
}
