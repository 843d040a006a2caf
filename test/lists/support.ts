import { type Client, type ClientOptions, createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { type RecordedRequest, type Sandbox, type SandboxOptions, startSandbox } from 'bossdesk-sandbox';

export interface LiveDesk {
  readonly sandbox: Sandbox;
  readonly client: Client;
  /** A client of its own, that calls back before each request of a list, counted from 1. */
  clientWith(beforeList: (request: number) => Promise<void>): Client;
  /** Makes the desk order anew, at each request of a list, what its sorts leave equal. */
  shuffleTies(path: string): Promise<void>;
  /** Requests since the last time. */
  takeRequests(): RecordedRequest[];
  close(): Promise<void>;
}

/** A sandbox, and clients of it. */
export async function openLiveDesk(options: SandboxOptions = {}): Promise<LiveDesk> {
  const sandbox = await startSandbox({ ...options, control: true });
  const transport = createUndiciTransport({ apiKey: sandbox.apiKey });
  const connect = (own: ClientOptions['transport']) =>
    createClient({ baseUrl: sandbox.url, transport: own, maxRetries: 0, sleep: () => Promise.resolve() });
  let taken = 0;
  return {
    sandbox,
    client: connect(transport),
    clientWith(beforeList) {
      let count = 0;
      return connect(async (request) => {
        if (request.method === 'GET' && /\/(?:tickets|cis|users|searches\/\d+)\?/.test(request.url)) {
          count += 1;
          await beforeList(count);
        }
        return transport(request);
      });
    },
    async shuffleTies(path) {
      await fetch(`${sandbox.url}/_control/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ path, times: 1000, shuffle: true }]),
      });
    },
    takeRequests() {
      const requests = sandbox.requests.slice(taken);
      taken = sandbox.requests.length;
      return requests;
    },
    async close() {
      await transport.close();
      await sandbox.stop();
    },
  };
}
