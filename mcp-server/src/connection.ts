import {
  createRedactor,
  endSentence,
  type HttpRequest,
  type HttpResponse,
  InvalidUrlError,
  isBossDeskError,
  type Redactor,
} from 'bossdesk-client';
import type { ConnectedClient } from 'bossdesk-client/node';
import { ConfigError, type ServerConfig } from './config.js';
import { oneLine } from './render/text.js';
import { readVersion } from './version.js';

/** The way to one BOSSDesk account. Nothing is sent, and no HTTP library loaded, before the first call. */
export interface Connection {
  /** @throws ConfigError when the URL or the key is missing; BossDeskError when the sign-in fails. */
  readonly client: () => Promise<ConnectedClient>;
  /** The desk's time, in milliseconds since 1970, by what its last answer said; until there is one, this machine's. */
  readonly now: () => number;
  /** Requests that were sent and are not answered: `PATCH /api/v1/tickets/75`. */
  readonly sending: () => readonly string[];
  /** Blots the secrets of the set-up, and the key that a login gave, out of a text. */
  readonly redact: Redactor;
  /** Ends the kept connections, and the sandbox if it was started for them. */
  readonly close: () => Promise<void>;
}

export interface Login {
  readonly username: string;
  readonly password: string;
}

type Credential = { readonly apiKey: string } | Login;

/** @param observe sees every answer, for what clients do not tell (the server's clock). */
export function createConnection(config: ServerConfig, observe?: (response: HttpResponse) => void): Connection {
  const cleanups: (() => Promise<void>)[] = [];
  const redactSetUp = createRedactor(config);
  let opened: Promise<ConnectedClient> | undefined;
  let redactLogin: Redactor | undefined;
  const sending = new Set<HttpRequest>();
  let last = { date: '', atMs: 0 };
  const watch = (response: HttpResponse) => {
    const { date } = response.headers;
    if (date !== undefined) last = { date, atMs: Date.now() };
    observe?.(response);
  };
  const now = (): number => {
    const deskMs = Date.parse(last.date);
    return Number.isNaN(deskMs) ? Date.now() : deskMs + Date.now() - last.atMs;
  };

  const close = async () => {
    opened = undefined;
    // Backwards: connections before the sandbox that they lead to.
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };

  const open = async (): Promise<ConnectedClient> => {
    const { url, credential } = config.sandbox
      ? await startEmbeddedSandbox(cleanups)
      : { url: readUrl(config), credential: readCredential(config) };
    const onRequest = (request: HttpRequest) => {
      sending.add(request);
      return () => sending.delete(request);
    };
    const client = await connectTo({ url, config, cleanups, observe: watch, onRequest }, credential);
    // A key that was given is a secret of the set-up.
    if (!('apiKey' in credential && credential.apiKey === config.apiKey)) redactLogin = client.redact;
    return client;
  };

  return {
    client() {
      opened ??= open().catch(async (error: unknown) => {
        // The next call tries again: a network or a sign-in may have recovered.
        await close();
        throw error;
      });
      return opened;
    },
    now,
    sending: () => Array.from(sending, ({ method, url }) => `${method} ${new URL(url).pathname}`),
    redact: (text) => redactSetUp(redactLogin?.(text) ?? text),
    close,
  };
}

/** Exchanges a user name and password for the API key (doc L36-64). */
export async function signIn(config: ServerConfig, login: Login): Promise<string> {
  const cleanups: (() => Promise<void>)[] = [];
  try {
    const client = await connectTo({ url: readUrl(config), config, cleanups, observe: undefined }, login);
    return (await client.sessions.create()).api_key;
  } finally {
    for (const cleanup of cleanups) await cleanup();
  }
}

interface Account {
  readonly url: string;
  readonly config: ServerConfig;
  readonly cleanups: (() => Promise<void>)[];
  readonly observe: ((response: HttpResponse) => void) | undefined;
  readonly onRequest?: (request: HttpRequest) => () => void;
}

async function connectTo(
  { url, config, cleanups, observe, onRequest }: Account,
  credential: Credential,
): Promise<ConnectedClient> {
  const { connect } = await import('bossdesk-client/node');
  try {
    const client = connect({
      url,
      ...credential,
      ...config.limits,
      allowHttp: config.allowHttp,
      userAgent: `bossdesk-mcp/${readVersion()}`,
      ...(observe === undefined ? {} : { onResponse: observe }),
      ...(onRequest === undefined ? {} : { onRequest }),
    });
    cleanups.push(() => client.close());
    return client;
  } catch (error) {
    // A key that no header can hold: there is no request yet that would report it.
    if (error instanceof InvalidUrlError) throw new ConfigError(`${error.message}.`);
    if (error instanceof TypeError) throw new ConfigError(`BOSSDESK_API_KEY: ${error.message}.`);
    throw error;
  }
}

function readUrl({ url, slips }: ServerConfig): string {
  if (url !== undefined) return url;
  throw isMissing(
    'BOSSDESK_URL is not set. Set it to the address of the BOSSDesk account, e.g. acme or acme.bossdesk.io.',
    slips,
  );
}

/** Hosts hide what was said of a misspelt variable: whoever misses the right one is told. */
const isMissing = (message: string, slips: readonly string[]): ConfigError =>
  new ConfigError([message, ...slips.map(endSentence)].join(' '));

function readCredential({ apiKey, username, password, slips }: ServerConfig): Credential {
  if (apiKey !== undefined) return { apiKey };
  if (username !== undefined && password !== undefined) return { username, password };
  if (username !== undefined) throw isMissing('BOSSDESK_PASSWORD is not set, but BOSSDESK_USERNAME is.', slips);
  throw isMissing(
    'BOSSDESK_API_KEY is not set. Set it to your BOSSDesk API key, or set BOSSDESK_USERNAME and BOSSDESK_PASSWORD.',
    slips,
  );
}

async function startEmbeddedSandbox(cleanups: Account['cleanups']): Promise<{ url: string; credential: Credential }> {
  const { startSandbox } = await import('bossdesk-sandbox');
  const sandbox = await startSandbox({});
  cleanups.push(() => sandbox.stop());
  return { url: sandbox.url, credential: { apiKey: sandbox.apiKey } };
}

/** What to mend when a failure lies in the set-up and not in the call, in one line; otherwise `undefined`. */
export function describeSetupFailure(error: unknown, { apiKey }: ServerConfig): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if (isBossDeskError(error, 'AuthenticationError')) {
    const variables = apiKey === undefined ? 'BOSSDESK_USERNAME and BOSSDESK_PASSWORD' : 'BOSSDESK_API_KEY';
    return `${error.message} (401). Check ${variables}, and that BOSSDESK_URL is the account they belong to.`;
  }
  if (isBossDeskError(error, 'ConnectionError') && (!error.sent || error.fault === 'notHttp')) {
    const next = error.hint?.replaceAll('the BOSSDesk URL', 'BOSSDESK_URL') ?? '';
    return `${endSentence(oneLine(error.message, 1000))} ${next}`;
  }
  return undefined;
}
