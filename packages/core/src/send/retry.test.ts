import { createGate } from './gate.js';
import { sendWithRetry } from './retry.js';
import { type HttpResponse, TransportFailure } from '../wire/transport.js';

type Outcome = number | { status: number; retryAfter: string } | TransportFailure;

/** Sends through a script of outcomes and reports how often it was sent, how long it waited and how it ended. */
async function play(outcomes: Outcome[], isRead: boolean, maxRetries = 3, patienceMs = 180_000) {
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
  const end = await sendWithRetry(sendingOf(send, isRead, patienceMs, sleep), { maxRetries, sleep }).then(
    ({ status }) => status,
    (failure: unknown) => (failure as TransportFailure).reason,
  );
  return { sent, waits, end };
}

function sendingOf(
  send: () => Promise<HttpResponse>,
  isRead: boolean,
  patienceMs = 180_000,
  sleep: (ms: number) => Promise<unknown> = () => Promise.resolve(),
  signal?: AbortSignal,
) {
  return { send, isRead, isRepeatable: true, gate: createGate(8, sleep), turn: { signal, patienceMs } };
}

const unreachable = new TransportFailure({ reason: 'unreachable', code: 'ECONNREFUSED' });
const interrupted = new TransportFailure({ reason: 'interrupted', code: 'ECONNRESET' });
const timeout = new TransportFailure({ reason: 'timeout' });
const aborted = new TransportFailure({ reason: 'aborted' });

describe('what is sent again', () => {
  it.each([408, 500, 502, 503, 504, 507, 520, 521, 522, 523, 524])('a read after %d', async (status) => {
    expect(await play([status, status], true)).toMatchObject({ sent: 3, end: 200 });
  });

  it.each([200, 204, 301, 400, 401, 402, 403, 404, 409, 422, 501, 505])('no read that answered %d', async (status) => {
    expect(await play([status], true)).toMatchObject({ sent: 1, end: status, waits: [] });
  });

  it.each([408, 500, 502, 503, 504, 507, 520, 524])('no write after an answer, also not after %d', async (status) => {
    expect(await play([status], false)).toMatchObject({ sent: 1, end: status, waits: [] });
  });

  it.each([true, false])('what was refused with 429, once the pause is over (a read: %s)', async (isRead) => {
    jest.useFakeTimers();
    expect(await play([{ status: 429, retryAfter: '2' }], isRead)).toEqual({ sent: 2, end: 200, waits: [2000] });
    jest.useRealTimers();
  });

  it('what a proxy could not get through, and not what it refused', async () => {
    const proxy = (proxyStatus: number) => new TransportFailure({ reason: 'proxy', proxyStatus });
    expect(await play([proxy(502)], false)).toMatchObject({ sent: 2, end: 200 });
    expect(await play([proxy(407)], true)).toMatchObject({ sent: 1, end: 'proxy' });
  });

  it.each(['certificate', 'noTls', 'onlyTls', 'notHttp', 'tooLarge'] as const)(
    'no read after what stays as it is: %s',
    async (reason) => {
      expect(await play([new TransportFailure({ reason })], true)).toMatchObject({ sent: 1, end: reason });
    },
  );

  it('as often as before after refusals: they are no attempts', async () => {
    expect(await play([429, 503, 429, 503, 429, 503, 200], true, 3, 1e6)).toMatchObject({ sent: 7, end: 200 });
    expect(await play([429, 503, 429, 503, 429, 503, 503], true, 2, 1e6)).toMatchObject({ sent: 6, end: 503 });
  });

  it('nothing by a client that sends once only', async () => {
    expect(await play([429], true, 0)).toEqual({ sent: 1, end: 429, waits: [] });
  });

  it('a write only when it surely never left', async () => {
    expect(await play([unreachable], false)).toMatchObject({ sent: 2, end: 200 });
    expect(await play([interrupted], false)).toMatchObject({ sent: 1, end: 'interrupted', waits: [] });
    expect(await play([timeout], false)).toMatchObject({ sent: 1, end: 'timeout', waits: [] });
    expect(await play([unreachable, interrupted], false)).toMatchObject({ sent: 2, end: 'interrupted' });
  });

  it('a read after each kind of broken connection', async () => {
    expect(await play([interrupted, timeout, unreachable], true)).toMatchObject({ sent: 4, end: 200 });
  });

  it.each([true, false])('nothing that its caller cancelled (a read: %s)', async (isRead) => {
    expect(await play([aborted], isRead)).toMatchObject({ sent: 1, end: 'aborted', waits: [] });
  });

  it('nothing after a fault of our own', async () => {
    let sent = 0;
    const send = () => {
      sent += 1;
      return Promise.reject(new TypeError('a fault'));
    };
    const sleep = () => Promise.resolve();
    await expect(sendWithRetry(sendingOf(send, true), { maxRetries: 3, sleep })).rejects.toThrow(TypeError);
    expect(sent).toBe(1);
  });
});

describe('how often', () => {
  it.each([
    { maxRetries: 0, sent: 1 },
    { maxRetries: 1, sent: 2 },
    { maxRetries: 3, sent: 4 },
  ])('a read goes out $sent times with maxRetries $maxRetries, and its last outcome counts', async (expected) => {
    const { maxRetries, sent } = expected;
    const outcomes = [...Array.from({ length: sent - 1 }, () => 503), 502];
    expect(await play(outcomes, true, maxRetries)).toMatchObject({ sent, end: 502 });
    const failures = [...Array.from({ length: sent - 1 }, () => timeout), interrupted];
    expect(await play(failures, true, maxRetries)).toMatchObject({ sent, end: 'interrupted' });
  });

  it('a write that cannot leave goes out as often', async () => {
    const outcomes = Array.from({ length: 9 }, () => unreachable);
    expect(await play(outcomes, false, 2)).toMatchObject({ sent: 3, end: 'unreachable' });
  });
});

describe('how long it waits', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(['0', '7', '60'])('as long as a Retry-After of %s seconds says', async (retryAfter) => {
    const { sent, waits } = await play([{ status: 503, retryAfter }], true);
    expect({ sent, waits }).toEqual({ sent: 2, waits: [Number(retryAfter) * 1000] });
  });

  it.each([
    ['61', 61_000, 2],
    ['61', 60_999, 1],
    ['3600', 180_000, 1],
  ])(
    'not at all for a Retry-After of %s seconds where %d ms are granted: sent %d times',
    async (retryAfter, ms, sent) => {
      expect(await play([{ status: 503, retryAfter }], true, 3, ms)).toMatchObject({ sent });
      expect(await play([{ status: 429, retryAfter }], true, 3, ms)).toMatchObject({ sent });
    },
  );

  it.each([
    ['least', 0, [250, 500, 1000, 2000, 4000, 4000, 4000]],
    ['middle', 0.5, [375, 750, 1500, 3000, 6000, 6000, 6000]],
    ['most', 1, [500, 1000, 2000, 4000, 8000, 8000, 8000]],
  ])('doubling up to eight seconds, half of it left to chance: the %s', async (_, chance, expected) => {
    jest.spyOn(Math, 'random').mockReturnValue(chance);
    const outcomes = Array.from({ length: 7 }, () => 503);
    expect((await play(outcomes, true, 7)).waits).toEqual(expected);
  });

  it('as long after a broken connection', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    expect((await play([timeout, interrupted], true)).waits).toEqual([500, 1000]);
    expect((await play([unreachable, unreachable], false)).waits).toEqual([500, 1000]);
  });

  it('as ever after a Retry-After that says nothing', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    expect((await play([{ status: 503, retryAfter: 'soon' }], true)).waits).toEqual([500]);
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
    const call = sendWithRetry(sendingOf(send, true, 1e6, sleep, abort.signal), { maxRetries: 3, sleep });
    await expect(call).rejects.toMatchObject({ reason: 'aborted' });
    expect(sent).toBe(1);
  });
});
