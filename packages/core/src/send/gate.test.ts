import type { HttpResponse } from '../wire/transport.js';
import { createGate, type Turn } from './gate.js';
import { sendWithRetry } from './retry.js';

const START = Date.UTC(2026, 10, 25, 8);

beforeEach(() => jest.useFakeTimers({ now: START }));
afterEach(() => jest.useRealTimers());

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const elapsed = () => Date.now() - START;

interface Throttle {
  readonly limit: number;
  readonly periodMs: number;
  readonly latencyMs?: number;
  readonly saysWhen?: boolean;
}

/** A server that counts requests in fixed windows, as Rack::Attack does, and keeps what it refused by window. */
function createServer({ limit, periodMs, latencyMs = 50, saysWhen = true }: Throttle) {
  const counts = new Map<number, number>();
  const refusals: number[] = [];
  const answer = (): HttpResponse => {
    const window = Math.floor(Date.now() / periodMs);
    const count = (counts.get(window) ?? 0) + 1;
    counts.set(window, count);
    if (count <= limit) return { status: 200, headers: {}, body: '{}' };
    refusals.push(window);
    const seconds = Math.ceil((periodMs - (Date.now() % periodMs)) / 1000);
    return { status: 429, headers: saysWhen ? { 'retry-after': String(seconds) } : {}, body: 'Retry later' };
  };
  const send = async () => {
    await sleep(latencyMs / 2);
    const response = answer();
    await sleep(latencyMs / 2);
    return response;
  };
  return { send, refusals, counts };
}

/** All at once through one gate; resolves to the statuses in the order of the calls. */
async function sendAll(
  send: () => Promise<HttpResponse>,
  count: number,
  { patienceMs = 180_000, ceiling = 8, isRead = true } = {},
) {
  const gate = createGate(ceiling, sleep);
  const calls = Array.from({ length: count }, () =>
    sendWithRetry(
      { send, isRead, isRepeatable: true, gate, turn: { signal: undefined, patienceMs } },
      { maxRetries: 3, sleep },
    ),
  );
  const all = Promise.all(calls);
  await jest.runAllTimersAsync();
  return (await all).map(({ status }) => status);
}

/** After the first window, where whatever was under way is refused with the one that was too many. */
function atMostOneAWindow(refusals: readonly number[]): boolean {
  const [first, ...later] = [...new Set(refusals)];
  return first !== undefined && refusals.filter((window) => window !== first).length === later.length;
}

describe('a throttle', () => {
  it.each([
    [50, { limit: 10, periodMs: 2000 }],
    [100, { limit: 10, periodMs: 2000 }],
    [300, { limit: 10, periodMs: 2000 }],
    [300, { limit: 60, periodMs: 10_000 }],
    [150, { limit: 60, periodMs: 60_000, saysWhen: false }],
  ])('lets all of %d through that are sent together: %j', async (count, throttle) => {
    const { send, refusals } = createServer(throttle);
    const statuses = await sendAll(send, count);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    const windows = Math.ceil(count / throttle.limit);
    expect(atMostOneAWindow(refusals)).toBe(true);
    expect(elapsed()).toBeLessThanOrEqual(1.3 * windows * throttle.periodMs);
  });

  it('lets writes through as it does reads: what was refused did not happen', async () => {
    const { send } = createServer({ limit: 5, periodMs: 1000 });
    expect(new Set(await sendAll(send, 20, { isRead: false }))).toEqual(new Set([200]));
  });
});

describe('a server that refuses for ever', () => {
  it('is asked once a pause, and told when the patience is over', async () => {
    const { send, refusals } = createServer({ limit: 0, periodMs: 10_000 });
    const statuses = await sendAll(send, 3, { patienceMs: 60_000, ceiling: 1 });
    expect(statuses).toEqual([429, 429, 429]);
    expect(elapsed()).toBeLessThanOrEqual(61_000);
    expect(refusals).toEqual([...new Set(refusals)]);
  });

  it('is not waited for longer than the caller grants: not at all where the pause is too long', async () => {
    const { send, refusals } = createServer({ limit: 0, periodMs: 3_600_000 });
    expect(await sendAll(send, 2, { patienceMs: 60_000, ceiling: 1 })).toEqual([429, 429]);
    expect(refusals).toHaveLength(1);
    expect(elapsed()).toBeLessThan(1000);
  });

  it('that asks for no pause is given one all the same', async () => {
    let sent = 0;
    const send = () => {
      sent += 1;
      return Promise.resolve({ status: 429, headers: { 'retry-after': '0' }, body: '' });
    };
    expect(await sendAll(send, 1, { patienceMs: 1000 })).toEqual([429]);
    expect(sent).toBe(5);
  });
});

describe('the line', () => {
  const turn = (signal?: AbortSignal): Turn => ({ signal, patienceMs: 60_000 });
  const refusal: HttpResponse = { status: 429, headers: { 'retry-after': '5' }, body: '' };

  it.each([1, 2, 3])('lets %d in at once and not one more', async (ceiling) => {
    const gate = createGate(ceiling, sleep);
    const log: number[] = [];
    for (const name of [1, 2, 3, 4]) void gate.enter(turn()).then(() => log.push(name));
    await jest.advanceTimersByTimeAsync(0);
    expect(log).toEqual([1, 2, 3, 4].slice(0, ceiling));
    gate.leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(log).toEqual([1, 2, 3, 4].slice(0, ceiling + 1));
  });

  it('lets whoever was refused in again before all who come later', async () => {
    const gate = createGate(1, sleep);
    const log: string[] = [];
    const first = turn();
    await gate.enter(first);
    void gate.enter(turn()).then(() => log.push('second'));
    gate.refused(refusal);
    gate.leave();
    void gate.enter(first).then(() => log.push('first'));
    void gate.enter(turn()).then(() => log.push('third'));
    await jest.advanceTimersByTimeAsync(4999);
    expect(log).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(log).toEqual(['first']);
    gate.leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(log).toEqual(['first', 'second']);
  });

  it('asks by one request whether a pause is over, and goes on when that is answered', async () => {
    const gate = createGate(4, sleep);
    await gate.enter(turn());
    gate.answered(10);
    gate.answered(10);
    gate.answered(10);
    gate.refused(refusal);
    gate.leave();
    const log: number[] = [];
    for (const name of [1, 2, 3]) void gate.enter(turn()).then(() => log.push(name));
    await jest.advanceTimersByTimeAsync(5000);
    expect(log).toEqual([1]);
    gate.answered(10);
    await jest.advanceTimersByTimeAsync(0);
    expect(log).toEqual([1, 2]);
  });

  it('loses nobody when somebody in it cancels, during a pause too', async () => {
    const gate = createGate(1, sleep);
    const abort = new AbortController();
    const log: string[] = [];
    await gate.enter(turn());
    const cancelled = gate.enter(turn(abort.signal));
    void gate.enter(turn()).then(() => log.push('third'));
    gate.refused(refusal);
    abort.abort();
    await expect(cancelled).rejects.toMatchObject({ reason: 'aborted' });
    gate.leave();
    await jest.advanceTimersByTimeAsync(5000);
    expect(log).toEqual(['third']);
  });

  it('is not entered by who cancelled before, and takes nobody out who has left it', async () => {
    const gate = createGate(1, sleep);
    await expect(gate.enter(turn(AbortSignal.abort()))).rejects.toMatchObject({ reason: 'aborted' });
    const abort = new AbortController();
    const log: string[] = [];
    await gate.enter(turn(abort.signal));
    void gate.enter(turn()).then(() => log.push('second'));
    abort.abort();
    gate.leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(log).toEqual(['second']);
  });

  it('keeps no timer for a pause that nobody waits for, and knows all the same when it is over', async () => {
    const gate = createGate(1, sleep);
    await gate.enter(turn());
    gate.refused(refusal);
    gate.leave();
    expect(jest.getTimerCount()).toBe(0);
    await jest.advanceTimersByTimeAsync(5000);
    expect(await gate.enter(turn())).toBeUndefined();
  });

  it('waits as long as the longest of several pauses', async () => {
    const gate = createGate(2, sleep);
    await gate.enter(turn());
    await gate.enter(turn());
    let admitted = false;
    void gate.enter(turn()).then(() => (admitted = true));
    gate.refused(refusal);
    gate.refused({ ...refusal, headers: { 'retry-after': '7' } });
    gate.refused({ ...refusal, headers: {} });
    gate.leave();
    gate.leave();
    await jest.advanceTimersByTimeAsync(6999);
    expect(admitted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(admitted).toBe(true);
  });
});
