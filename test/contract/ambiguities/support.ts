import { type Client, createClient, type HttpRequest } from 'bossdesk-client';
import { createUndiciTransport, type UndiciTransport } from 'bossdesk-client/undici';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';

/** A client on a sandbox of its own, and what it sent. */
export interface Desk {
  readonly sandbox: Sandbox;
  readonly client: Client;
  /** Requests as the client handed them to its transport. */
  readonly sent: HttpRequest[];
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const sandbox = await startSandbox({ seed: 1, tickets: 40, cis: 10, users: 20 });
  const undici: UndiciTransport = createUndiciTransport({ apiKey: sandbox.apiKey });
  const sent: HttpRequest[] = [];
  const client = createClient({
    baseUrl: sandbox.url,
    transport: async (request) => {
      sent.push(request);
      return undici(request);
    },
    sleep: () => Promise.resolve(),
  });
  return {
    sandbox,
    client,
    sent,
    close: async () => {
      await undici.close();
      await sandbox.stop();
    },
  };
}

/** Method, path with query, and JSON body of a request. */
export function summarize({ method, url, body }: HttpRequest): { line: string; body: unknown } {
  const { pathname, search } = new URL(url);
  const line = `${method} ${pathname.replace('/api/v1', '')}${decodeURIComponent(search)}`;
  return { line, body: typeof body === 'string' ? JSON.parse(body) : undefined };
}

/** The last request that was sent. */
export function lastOf(sent: readonly HttpRequest[]): { line: string; body: unknown } {
  const request = sent.at(-1);
  if (request === undefined) throw new Error('Nothing was sent');
  return summarize(request);
}
