import { readRetryAfter } from '../wire/retryAfter.js';
import { sendWithRetry } from './retry.js';
import { type HttpResponse, TransportFailure } from '../wire/transport.js';

type Outcome = number | { status: number; retryAfter: string } | TransportFailure;

/** Sends through a script of outcomes and reports how often it was sent, how long it waited and how it ended. */
async function play(outcomes: Outcome[], isRead: boolean, maxRetries = 3) {
  const waits: number[] = [];
  let sent = 0;
  const send = (): Promise<HttpResponse> => {
    const outcome = outcomes[sent] ?? 200;
    sent += 1;
    if (outcome instanceof TransportFailure) return Promise.reject(outcome);
    const { status, retryAfter } = typeof outcome === 'number' ? { status: outcome, retryAfter: undefined } : outcome;
    return Promise.resolve({
      status,
      headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      body: '',
    });
  };
  const sleep = (ms: number) => Promise.resolve(waits.push(ms));
  const end = await sendWithRetry(send, isRead, { maxRetries, sleep }).then(
    ({ status }) => status,
    (failure: unknown) => (failure as TransportFailure).reason,
  );
  return { sent, waits, end };
}

const unreachable = new TransportFailure({ reason: 'unreachable', code: 'ECONNREFUSED' });
const interrupted = new TransportFailure({ reason: 'interrupted', code: 'ECONNRESET' });
const timeout = new TransportFailure({ reason: 'timeout' });

describe('sendWithRetry', () => {
  it.each([429, 500, 502, 503, 504])('sends a read again after %d', async (status) => {
    expect(await play([status, status], true)).toMatchObject({ sent: 3, end: 200 });
  });

  it.each([400, 401, 403, 404, 409, 422, 501])('does not repeat a read that answered %d', async (status) => {
    expect(await play([status], true)).toMatchObject({ sent: 1, end: status });
  });

  it.each([429, 500, 503])('never sends a write again after an answer, also not after %d', async (status) => {
    expect(await play([status], false)).toMatchObject({ sent: 1, end: status });
  });

  it('sends a write again only when it surely never left', async () => {
    expect(await play([unreachable], false)).toMatchObject({ sent: 2, end: 200 });
    expect(await play([interrupted], false)).toMatchObject({ sent: 1, end: 'interrupted' });
    expect(await play([timeout], false)).toMatchObject({ sent: 1, end: 'timeout' });
  });

  it('sends a read again after a broken connection', async () => {
    expect(await play([interrupted, timeout], true)).toMatchObject({ sent: 3, end: 200 });
  });

  it('gives up after the retries allowed and tells the last outcome', async () => {
    expect(await play([503, 503, 503, 502], true)).toMatchObject({ sent: 4, end: 502 });
    expect(await play([503], true, 0)).toMatchObject({ sent: 1, end: 503 });
  });

  it('waits as long as Retry-After says', async () => {
    expect((await play([{ status: 429, retryAfter: '7' }], true)).waits).toEqual([7000]);
  });

  it('gives up when it would have to wait longer than a minute', async () => {
    expect(await play([{ status: 429, retryAfter: '3600' }], true)).toMatchObject({ sent: 1, end: 429, waits: [] });
  });

  it('backs off longer each time, with some of it left to chance', async () => {
    const { waits } = await play([503, 503, 503], true);
    [500, 1000, 2000].forEach((full, index) => {
      expect(waits[index]).toBeGreaterThanOrEqual(full / 2);
      expect(waits[index]).toBeLessThanOrEqual(full);
    });
  });
});

describe('a call that is cancelled between two attempts', () => {
  it('ends at once, though the wait goes on', async () => {
    const abort = new AbortController();
    let sent = 0;
    const send = () => {
      sent += 1;
      return Promise.resolve({ status: 503, headers: {}, body: '' });
    };
    const sleep = () => {
      queueMicrotask(() => {
        abort.abort();
      });
      return new Promise(() => undefined);
    };
    const call = sendWithRetry(send, true, { maxRetries: 3, sleep }, abort.signal);
    await expect(call).rejects.toMatchObject({ reason: 'aborted' });
    expect(sent).toBe(1);
  });
});

describe('readRetryAfter', () => {
  const read = (value: string) => readRetryAfter({ status: 429, headers: { 'retry-after': value }, body: '' });

  it('reads seconds and dates', () => {
    expect(read('120')).toBe(120_000);
    expect(read(new Date(Date.now() + 30_000).toUTCString())).toBeGreaterThan(28_000);
    expect(read('Fri, 31 Dec 1999 23:59:59 GMT')).toBe(0);
  });

  it.each(['soon', '-5', '1.5', '2026-01-01'])('takes %j as not given', (value) => {
    expect(read(value)).toBeUndefined();
  });
});
