import { request } from 'node:http';
import { browserAccept, browserOf } from '../testing/browserOf.js';
import { useSandbox } from '../testing/useSandbox.js';

const local = useSandbox({ tickets: 80, cis: 5, users: 12, control: true });
const { get } = local;

const { visit, write } = browserOf(local);
const rails404 = async () => (await visit('/nowhere')).text;

describe('strangers', () => {
  it.each(['evil.example', 'evil.example:4000', '127.0.0.1.evil.example', '192.168.1.7:4000', 'host.docker.internal'])(
    'who come by the name %s get what a desk answers',
    async (host) => {
      const expected = await rails404();
      for (const path of ['/', '/ui/script', '/ui/data/pulse?after=0', '/ui/data/lists/tickets']) {
        const { statusCode, text } = await askAs(host, path);
        expect([path, statusCode, text]).toEqual([path, 404, expected]);
      }
    },
  );

  it('who come by a name of theirs are refused by the control API, and containers are not', async () => {
    const ask = async (host: string) => (await askAs(host, '/_control/requests')).statusCode;
    expect([await ask('evil.example'), await ask('127.0.0.1.evil.example:4000')]).toEqual([403, 403]);
    expect([await ask('host.docker.internal:4000'), await ask('192.168.1.7'), await ask('desk')]).toEqual([
      200, 200, 200,
    ]);
  });

  it('may be called by any name of this machine', async () => {
    for (const host of ['localhost:4000', '127.0.0.1', '[::1]:4000', 'desk.localhost'])
      expect([host, (await askAs(host, '/')).statusCode]).toEqual([host, 200]);
  });

  it.each<[string, Record<string, string>]>([
    ['another page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:5678', 'sec-fetch-site': 'same-site' }],
    ['a page that hides where it is from', { origin: 'null' }],
  ])('in the shape of %s change nothing', async (_, headers) => {
    const before = (await get('/tickets/75')).text;
    expect((await write('PATCH', '/ui/api/tickets/75/close', {}, headers)).status).toBe(403);
    expect((await write('POST', '/ui/data/clock', { days: 1 }, headers)).status).toBe(403);
    expect((await write('POST', '/_control/reset', {}, headers)).status).toBe(403);
    expect((await get('/tickets/75')).text).toBe(before);
    expect(local.sandbox.clock.ahead()).toBe(0);
  });

  it('read nothing from another page', async () => {
    expect((await visit('/ui/data/choices', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('that send a form, as any page can, change nothing', async () => {
    const before = (await get('/tickets/75')).text;
    const close = (headers?: Record<string, string>) => write('PATCH', '/ui/api/tickets/75/close', {}, headers);
    expect((await close({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await get('/tickets/75')).text).toBe(before);
    // The same as the page itself sends it.
    await close();
    expect((await get('/tickets/75')).text).not.toBe(before);
  });
});

/** fetch sends no other Host than the address has. */
function askAs(host: string, path: string): Promise<{ statusCode: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${local.sandbox.url}${path}`, { headers: { ...browserAccept, host } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ statusCode: response.statusCode, text }));
    });
    asked.on('error', reject).end();
  });
}
