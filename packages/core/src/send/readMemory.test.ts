import type { HttpResponse } from '../wire/transport.js';
import { createReadMemory } from './readMemory.js';

const ok = (body = '{}'): HttpResponse => ({ status: 200, headers: {}, body });

/** A server that counts what it is asked, and answers with the count. */
function createServer(answer: (count: number) => HttpResponse | Promise<HttpResponse> = (count) => ok(String(count))) {
  let count = 0;
  return { send: async () => answer((count += 1)), count: () => count };
}

it('sends what is asked twice once, together or one after the other', async () => {
  const memory = createReadMemory();
  const { send, count } = createServer();
  const together = await Promise.all([1, 2, 3].map(() => memory.recall('/tickets/7', undefined, send)));
  const later = await memory.recall('/tickets/7', undefined, send);
  expect([...together, later].map(({ body }) => body)).toEqual(['1', '1', '1', '1']);
  expect((await memory.recall('/tickets/8', undefined, send)).body).toBe('2');
  expect(count()).toBe(2);
});

it.each([
  ['that there is no such record', 404, 1],
  ['that the server is busy', 429, 2],
  ['a failure', 500, 2],
  ['that the key is none', 401, 2],
])('keeps the answer %s (%d) or asks again: %d requests', async (_, status, requests) => {
  const memory = createReadMemory();
  const { send, count } = createServer(() => ({ ...ok(), status }));
  await memory.recall('/x', undefined, send);
  await memory.recall('/x', undefined, send);
  expect(count()).toBe(requests);
});

it('lets nobody fail because somebody else who asked the same did', async () => {
  const memory = createReadMemory();
  const { send } = createServer((count) => (count === 1 ? Promise.reject(new Error('gone')) : ok()));
  const [first, second] = await Promise.allSettled([1, 2].map(() => memory.recall('/x', undefined, send)));
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
});

it('forgets for a write what was read before it and while it was under way', async () => {
  const memory = createReadMemory();
  const { send } = createServer();
  const read = async () => (await memory.recall('/x', undefined, send)).body;
  expect(await read()).toBe('1');
  await memory.forgetAround(async () => {
    expect(await read()).toBe('2');
  });
  expect(await read()).toBe('3');
  await memory.forgetAround(() => Promise.reject(new Error('refused'))).catch(() => undefined);
  expect(await read()).toBe('4');
});

it('does not take a read that a write overtook for one of the state after it', async () => {
  const memory = createReadMemory();
  const slow = new Promise<HttpResponse>((resolve) => setTimeout(() => resolve(ok('old')), 20));
  const first = memory.recall('/x', undefined, () => slow);
  await memory.forgetAround(() => Promise.resolve());
  expect((await first).body).toBe('old');
  expect((await memory.recall('/x', undefined, () => Promise.resolve(ok('new')))).body).toBe('new');
});

it('asks again after some minutes, since links go bad', async () => {
  jest.useFakeTimers();
  const memory = createReadMemory();
  const { send, count } = createServer();
  await memory.recall('/x', undefined, send);
  jest.advanceTimersByTime(6 * 60_000);
  await memory.recall('/x', undefined, send);
  expect(count()).toBe(2);
  jest.useRealTimers();
});

it('keeps no more than some megabytes, the latest', async () => {
  const memory = createReadMemory();
  const { send, count } = createServer(() => ok('x'.repeat(3_000_000)));
  for (const url of ['/a', '/b', '/c']) await memory.recall(url, undefined, send);
  await memory.recall('/c', undefined, send);
  expect(count()).toBe(3);
  await memory.recall('/a', undefined, send);
  expect(count()).toBe(4);
});

it('is left by who cancels, and does not send for them', async () => {
  const memory = createReadMemory();
  const abort = new AbortController();
  void memory.recall('/x', undefined, () => new Promise(() => undefined));
  const sent: (boolean | undefined)[] = [];
  const waiting = memory.recall('/x', abort.signal, () => {
    sent.push(abort.signal.aborted);
    return Promise.reject(new Error('cancelled'));
  });
  abort.abort();
  await expect(waiting).rejects.toThrow('cancelled');
  expect(sent).toEqual([true]);
});
