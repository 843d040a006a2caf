import { getOperation } from '../operations/index.js';
import { type HttpRequest, type HttpResponse, TransportFailure } from '../wire/transport.js';
import { type ClientOptions, createSender } from './sender.js';

type Outcome = Partial<HttpResponse> | TransportFailure;

/** A sender whose transport plays a script, `200 {}` when that is over, and keeps what was sent. */
function createDesk(outcomes: Outcome[] = [], options: Partial<ClientOptions> = {}) {
  const sent: HttpRequest[] = [];
  const sender = createSender({
    baseUrl: 'acme',
    sleep: () => Promise.resolve(),
    transport: (request) => {
      const outcome = outcomes[sent.length] ?? {};
      sent.push(request);
      if (outcome instanceof TransportFailure) return Promise.reject(outcome);
      return Promise.resolve({ status: 200, headers: {}, body: '{}', ...outcome });
    },
    ...options,
  });
  return { sent, sender };
}

const read = getOperation('tickets.get');
const write = getOperation('tickets.close');
const input = { friendly_id: 75 };
const file = { method: 'GET', url: 'https://bucket.example.com/key', headers: {} } as const;

describe('a request', () => {
  it('goes to the account with its credential and the time that a request has', async () => {
    const { sent, sender } = createDesk();
    await sender.call(read, input);
    expect(sent).toEqual([
      {
        method: 'GET',
        url: 'https://acme.bossdesk.io/api/v1/tickets/75',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        auth: 'api',
        timeoutMs: 30_000,
        maxBytes: 64 * 2 ** 20,
      },
    ]);
    expect(sender.baseUrl).toBe('https://acme.bossdesk.io');
  });

  it('goes with user name and password where the route asks for them', async () => {
    const { sent, sender } = createDesk();
    await sender.call(getOperation('sessions.create'), {});
    expect(sent[0]?.auth).toBe('basic');
  });

  it('carries the signal of its caller', async () => {
    const { signal } = new AbortController();
    const { sent, sender } = createDesk();
    await sender.call(read, input, { signal });
    expect(sent[0]?.signal).toBe(signal);
  });

  it('does not leave with input that the API would drop', async () => {
    const { sent, sender } = createDesk();
    await expect(sender.call(read, { friendly_id: 0 })).rejects.toMatchObject({ name: 'InvalidInputError' });
    expect(sent).toHaveLength(0);
  });

  it.each([
    ['a read', read, 4],
    ['a write', write, 1],
  ] as const)('that is %s is sent as often as that is safe', async (_, operation, times) => {
    const { sent, sender } = createDesk(Array.from({ length: 9 }, () => ({ status: 503 })));
    await expect(sender.call(operation, input)).rejects.toMatchObject({ name: 'ServerError' });
    expect(sent).toHaveLength(times);
  });

  it.each([0, 1, 5])('is repeated as often as the client was told: %d', async (maxRetries) => {
    const { sent, sender } = createDesk(
      Array.from({ length: 9 }, () => ({ status: 503 })),
      { maxRetries },
    );
    await expect(sender.call(read, input)).rejects.toMatchObject({ name: 'ServerError' });
    expect(sent).toHaveLength(1 + maxRetries);
  });

  it('keeps its place until it is done, while it waits to be sent again too', async () => {
    const log: string[] = [];
    const { sender } = createDesk([], {
      concurrency: 1,
      transport: ({ url }) => {
        log.push(new URL(url).pathname.split('/').at(-1) ?? '');
        return Promise.resolve({ status: log.length === 1 ? 503 : 200, headers: {}, body: '{}' });
      },
    });
    await Promise.all([sender.call(read, { friendly_id: 1 }), sender.call(read, { friendly_id: 2 })]);
    expect(log).toEqual(['1', '1', '2']);
  });

  it.each([
    [undefined, 4],
    [1, 1],
    [7, 4],
  ])('shares the account with others: concurrency %s lets %d through to begin with', async (concurrency, most) => {
    const sent: string[] = [];
    const { sender } = createDesk([], {
      ...(concurrency === undefined ? {} : { concurrency }),
      transport: ({ url }) => {
        sent.push(url);
        return new Promise(() => undefined);
      },
    });
    for (let number = 1; number <= 9; number += 1) void sender.call(read, { friendly_id: number });
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toHaveLength(most);
  });
});

describe('a request without an answer', () => {
  it.each([
    ['unreachable', 'ConnectionError', 'acme.bossdesk.io cannot be reached'],
    ['interrupted', 'ConnectionError', 'the connection to acme.bossdesk.io broke'],
    ['timeout', 'TimeoutError', 'no complete answer from acme.bossdesk.io within 30000 ms'],
    ['aborted', 'AbortedError', 'was cancelled'],
  ] as const)('that is %s fails as %s', async (reason, name, words) => {
    const { sender } = createDesk([new TransportFailure({ reason })], { maxRetries: 0 });
    const call = sender.call(write, input);
    await expect(call).rejects.toMatchObject({ name, operation: 'tickets.close' });
    await expect(call).rejects.toHaveProperty('message', expect.stringContaining(words));
  });

  it('fails with the fault itself when that is no network’s', async () => {
    const fault = new TypeError('a fault of ours');
    const { sender } = createDesk([], { transport: () => Promise.reject(fault) });
    await expect(sender.call(read, input)).rejects.toBe(fault);
  });
});

describe('a file', () => {
  it.each([
    [0, 30_000],
    [1, 30_001],
    [50, 30_001],
    [51, 30_002],
    [3_000_000, 90_000],
    [-1_000_000_000, 30_000],
    [2 ** 53, 2 ** 31 - 1],
    [Number.NaN, 30_000],
    [Number.POSITIVE_INFINITY, 30_000],
  ])('of %d bytes has %d ms: those of a request, and one for each 50 bytes', async (size, timeoutMs) => {
    const { sent, sender } = createDesk();
    await sender.sendFile(read, { ...file, size });
    expect(sent[0]?.timeoutMs).toBe(timeoutMs);
  });

  it('has no more time than a timer can be set to', async () => {
    const { sent, sender } = createDesk([], { timeoutMs: 2 ** 40 });
    await sender.call(read, input);
    await sender.sendFile(read, { ...file, size: 100 });
    expect(sent.map(({ timeoutMs }) => timeoutMs)).toEqual([2 ** 31 - 1, 2 ** 31 - 1]);
  });

  it.each([
    [0, 64],
    [100 * 2 ** 20, 100],
    [Number.NaN, 64],
    [Number.POSITIVE_INFINITY, 64],
  ])('of %d bytes comes up to %d MB', async (size, megabytes) => {
    const { sent, sender } = createDesk();
    await sender.sendFile(read, { ...file, size });
    expect(sent[0]?.maxBytes).toBe(megabytes * 2 ** 20);
  });

  it('has more time when requests have', async () => {
    const { sent, sender } = createDesk([], { timeoutMs: 1000 });
    await sender.sendFile(read, { ...file, size: 500 });
    expect(sent[0]?.timeoutMs).toBe(1010);
  });

  it('goes without any credential, as it was given, with the signal of its caller', async () => {
    const { signal } = new AbortController();
    const { sent, sender } = createDesk();
    await sender.sendFile(read, { ...file, responseType: 'bytes', size: 0 }, { signal });
    expect(sent).toEqual([
      { ...file, responseType: 'bytes', auth: 'none', timeoutMs: 30_000, maxBytes: 64 * 2 ** 20, signal },
    ]);
  });

  it.each([
    ['GET', 4],
    ['POST', 1],
  ] as const)('that is sent by %s is sent at most %d times', async (method, times) => {
    const { sent, sender } = createDesk(Array.from({ length: 9 }, () => ({ status: 503 })));
    expect(await sender.sendFile(read, { ...file, method, size: 0 })).toMatchObject({ status: 503 });
    expect(sent).toHaveLength(times);
  });

  it('names the storage’s host when that cannot be reached', async () => {
    const { sender } = createDesk([new TransportFailure({ reason: 'unreachable' })], { maxRetries: 0 });
    await expect(sender.sendFile(write, { ...file, size: 0 })).rejects.toHaveProperty(
      'message',
      expect.stringContaining('bucket.example.com cannot be reached'),
    );
  });
});

describe('limits that would let nothing through', () => {
  it.each([
    ['timeoutMs', 0, '1'],
    ['timeoutMs', 1.5, '1'],
    ['timeoutMs', Number.POSITIVE_INFINITY, '1'],
    ['maxRetries', -1, '0'],
    ['patienceMs', -1, '0'],
    ['concurrency', 0, '1 to 32'],
    ['concurrency', 2.5, '1 to 32'],
    ['concurrency', 33, '1 to 32'],
    ['concurrency', Number.NaN, '1 to 32'],
  ])('%s %d is refused', (name, value, range) => {
    expect(() => createDesk([], { [name]: value })).toThrow(RangeError);
    expect(() => createDesk([], { [name]: value })).toThrow(
      `${name} takes a whole number from ${range}, not ${String(value)}`,
    );
  });

  it.each([{ timeoutMs: 1 }, { maxRetries: 0 }, { concurrency: 1 }, { concurrency: 32 }, { patienceMs: 0 }])(
    '%j is not',
    async (options) => {
      const { sent, sender } = createDesk([], options);
      await sender.call(read, input);
      expect(sent).toHaveLength(1);
    },
  );
});
