import { launchSandbox } from '../launchSandbox.js';
import type { Sandbox, SandboxOptions } from '../sandbox.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where it is not JSON. */
  readonly json: unknown;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly rawBody?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** API key; null sends none. */
  readonly key?: string | null;
}

export interface SandboxUnderTest {
  /** The running sandbox. */
  readonly sandbox: Sandbox;
  /** Sends a request below `/api/v1` as a well-behaved client does. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Reply>;
  readonly get: (path: string, options?: CallOptions) => Promise<Reply>;
  /** Sends anything to any address. */
  readonly send: (url: string, init?: RequestInit) => Promise<Reply>;
  /** Moves the sandbox's clock. */
  readonly passMinutes: (minutes: number) => void;
}

/** Runs a sandbox for the tests of a file, back at its start before each. */
export function useSandbox(options: SandboxOptions = {}): SandboxUnderTest {
  let sandbox: Sandbox | undefined;
  let ahead = 0;
  beforeAll(async () => {
    sandbox = await launchSandbox(options, { now: () => Date.now() + ahead });
  });
  beforeEach(() => {
    ahead = 0;
    sandbox?.reset();
  });
  afterAll(() => sandbox?.stop());

  const running = (): Sandbox => {
    if (sandbox === undefined) throw new Error('The sandbox runs only inside tests');
    return sandbox;
  };
  const call = (method: string, path: string, callOptions: CallOptions = {}): Promise<Reply> => {
    const { key = running().apiKey, body, rawBody, headers } = callOptions;
    const content = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    return sendRequest(`${running().url}/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Token token="${key}"` }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
  };
  return {
    get sandbox() {
      return running();
    },
    call,
    get: (path, callOptions) => call('GET', path, callOptions),
    send: sendRequest,
    passMinutes(minutes) {
      ahead += minutes * 60_000;
    },
  };
}

async function sendRequest(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parseJson(text) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
