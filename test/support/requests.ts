import type { RecordedRequest, Sandbox } from 'bossdesk-sandbox';

type Recorder = Pick<Sandbox, 'url' | 'requests'>;

/**
 * What reached the sandbox while something ran. Pages that were read ahead of a list and given up may still be on their
 * way when a call has answered: they are of that call, not of the next one.
 */
export async function recordSent<T>(
  sandbox: Recorder,
  run: () => Promise<T>,
): Promise<{ readonly result: T; readonly requests: readonly RecordedRequest[] }> {
  await letArrive(sandbox);
  const sent = requestsFromNow(sandbox);
  const result = await run();
  return { result, requests: sent() };
}

/** Gives what has reached the sandbox since; of what is older it forgets the oldest. */
export function requestsFromNow({ requests }: Pick<Recorder, 'requests'>): () => readonly RecordedRequest[] {
  const last = requests.at(-1);
  return () => requests.slice(last === undefined ? 0 : requests.indexOf(last) + 1);
}

/** What was sent before is read before the answer to this; the sandbox's page is no request of the API. */
async function letArrive({ url }: Recorder): Promise<void> {
  const response = await fetch(url, { headers: { accept: 'text/html' } });
  await response.text();
}
