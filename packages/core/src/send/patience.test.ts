import { getOperation } from '../operations/index.js';
import type { HttpRequest, HttpResponse } from '../wire/transport.js';
import { createGate } from './gate.js';
import { type ClientOptions, createSender } from './sender.js';

/** A sender whose transport plays a script, `200 {}` when that is over, and counts what was sent. */
function createDesk(answers: Partial<HttpResponse>[] = [], options: Partial<ClientOptions> = {}) {
  const sent: HttpRequest[] = [];
  const sender = createSender({
    baseUrl: 'acme',
    sleep: () => Promise.resolve(),
    transport: (request) => {
      sent.push(request);
      return Promise.resolve({ status: 200, headers: {}, body: '{}', ...answers[sent.length - 1] });
    },
    ...options,
  });
  return { sent, sender };
}

const read = getOperation('tickets.get');
const input = { friendly_id: 75 };

describe('a request', () => {
  it.each([
    [{}, 180_000],
    [{ patienceMs: 30_000 }, 30_000],
  ])('waits for a server that refuses as long as its client %j grants, and as a call says', async (options, ms) => {
    const refuse = (seconds: number) => [{ status: 429, headers: { 'retry-after': String(seconds) } }];
    const granted = createDesk(refuse(ms / 1000), options);
    await granted.sender.call(read, input);
    expect(granted.sent).toHaveLength(2);
    const late = createDesk(refuse(ms / 1000 + 1), options);
    await expect(late.sender.call(read, input)).rejects.toMatchObject({ name: 'RateLimitError' });
    expect(late.sent).toHaveLength(1);
    const own = createDesk(refuse(11), options);
    await expect(own.sender.call(read, input, { patienceMs: 10_000 })).rejects.toMatchObject({
      name: 'RateLimitError',
    });
  });

  it('that was refused says how long it was waited for', async () => {
    jest.useFakeTimers();
    const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const refusals = Array.from({ length: 9 }, () => ({ status: 429, headers: { 'retry-after': '7' } }));
    const call = createDesk(refusals, { sleep, patienceMs: 20_000 }).sender.call(read, input);
    const told = call.catch((error: unknown) => (error as Error).message);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await told).toBe('Could not get a ticket: too many requests, also after 14 seconds of waiting');
    jest.useRealTimers();
  });

  it('of several clients of an account goes through the gate that they share', async () => {
    const gate = createGate(1, () => Promise.resolve());
    const sent: string[] = [];
    const transport = ({ url }: HttpRequest) => {
      sent.push(url);
      return new Promise<HttpResponse>(() => undefined);
    };
    for (const { sender } of [createDesk([], { gate, transport }), createDesk([], { gate, transport })])
      void sender.call(read, input);
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toHaveLength(1);
  });
});
