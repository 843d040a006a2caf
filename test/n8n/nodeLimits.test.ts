import type { HttpRequest, TransportFailure } from 'bossdesk-client';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { adaptTransport } from '../../nodes/BossDesk/transport.js';

const request: HttpRequest = { method: 'GET', url: 'https://desk.corp/', headers: {}, auth: 'api', timeoutMs: 200 };
const answerWith = (body: unknown) => adaptTransport(async () => ({ statusCode: 200, headers: {}, body }), String);

async function* drip(pieces: { sent: number }) {
  for (;;) {
    pieces.sent += 1;
    yield Buffer.from(' ');
    await wait(20);
  }
}

it('a body that drips has the time of the whole request, and is not read on', async () => {
  const pieces = { sent: 0 };
  const body = Readable.from(drip(pieces));
  const since = Date.now();
  await expect(answerWith(body)(request)).rejects.toMatchObject({ reason: 'timeout', sent: true });
  expect(Date.now() - since).toBeLessThan(2000);
  expect(body.destroyed).toBe(true);
});

it('a request that begins while another is under way has its own time', async () => {
  const answer = adaptTransport(async ({ url, abortSignal }) => {
    if (url.endsWith('slow')) await wait(600);
    (abortSignal as AbortSignal).throwIfAborted();
    return { statusCode: 200, headers: {}, body: url.endsWith('slow') ? '{}' : Readable.from(drip({ sent: 0 })) };
  }, String);
  // So far apart that a busy machine does not confuse them.
  const timeoutMs = 1000;
  const first = answer({ ...request, timeoutMs }).catch((failure: unknown) => failure);
  await wait(600);
  expect(await answer({ ...request, timeoutMs, url: 'https://desk.corp/slow' })).toMatchObject({ status: 200 });
  expect(await first).toMatchObject({ reason: 'timeout' });
});

it('requests that begin together are cancelled each by its own caller', async () => {
  const abort = new AbortController();
  const answer = adaptTransport(
    ({ abortSignal }) =>
      new Promise((resolve, reject) => {
        (abortSignal as AbortSignal).addEventListener('abort', () => reject(new Error('canceled')));
        setTimeout(() => resolve({ statusCode: 200, headers: {}, body: '{}' }), 50);
      }),
    String,
  );
  const patient = answer({ ...request, timeoutMs: 60_000 });
  const cancelled = answer({ ...request, timeoutMs: 60_000, signal: abort.signal });
  await wait(10);
  abort.abort();
  await expect(cancelled).rejects.toMatchObject({ reason: 'aborted' });
  expect(await patient).toMatchObject({ status: 200 });
});

it('a cancel is heard while a body drips', async () => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 30);
  const reading = answerWith(Readable.from(drip({ sent: 0 })))({ ...request, timeoutMs: 5000, signal: abort.signal });
  await expect(reading).rejects.toMatchObject({ reason: 'aborted' });
});

it('a body is read up to its limit and no further', async () => {
  const body = Readable.from([Buffer.alloc(600), Buffer.alloc(600), Buffer.alloc(600)]);
  await expect(answerWith(body)({ ...request, maxBytes: 1000 })).rejects.toEqual(
    expect.objectContaining({ reason: 'tooLarge' }) as TransportFailure,
  );
  expect(body.destroyed).toBe(true);
  const whole = await answerWith(Readable.from([Buffer.from('{"a":'), Buffer.from('1}')]))(request);
  expect(whole).toMatchObject({ status: 200, body: '{"a":1}' });
});

it.each([
  ['a text', '{"a":1}', '{"a":1}'],
  ['a value', { a: 1 }, '{"a":1}'],
  ['bytes', Buffer.from('{"a":1}'), '{"a":1}'],
  ['nothing', undefined, ''],
])('an answer that n8n has read already is taken as it is: %s', async (_, body, text) => {
  expect((await answerWith(body)(request)).body).toBe(text);
});
