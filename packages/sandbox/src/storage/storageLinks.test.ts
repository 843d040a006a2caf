import { request } from 'node:http';
import { useSandbox } from '../testing/useSandbox.js';

const local = useSandbox({ tickets: 6, cis: 3, users: 12 });

/** Asks the API under another name, as a container asks the machine that it runs on. */
const getAs = (host: string, path: string): Promise<Record<string, unknown>> =>
  new Promise((resolve, reject) => {
    const headers = { host, accept: 'application/json', authorization: `Bearer ${local.sandbox.apiKey}` };
    request(`${local.sandbox.url}/api/v1${path}`, { headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve(JSON.parse(text) as Record<string, unknown>));
    })
      .on('error', reject)
      .end();
  });
const storagePort = () => new URL(local.sandbox.storageUrl).port;

describe('links of the storage', () => {
  it.each([
    ['host.docker.internal:4300', 'host.docker.internal'],
    ['desk', 'desk'],
    ['192.168.7.9:80', '192.168.7.9'],
    ['[::1]:4300', '[::1]'],
    ['localhost', 'localhost'],
    ['no host/at all', '127.0.0.1'],
    ['', '127.0.0.1'],
  ])('lead to where the client found the API: %s', async (host, reached) => {
    const origin = `http://${reached}:${storagePort()}`;
    expect(await getAs(host, '/cis/1/attachments/new')).toMatchObject({ post_url: origin });
    const { attachments = [] } = (await local.get('/tickets/1')).json as { attachments?: { id: number }[] };
    const link = await getAs(host, `/tickets/1/attachments/${attachments[0]?.id ?? 0}`);
    expect(new URL(String(link['secure_url'])).origin).toBe(origin);
  });

  it('open under any name that leads here', async () => {
    const { attachments = [] } = (await local.get('/tickets/1')).json as { attachments?: { id: number }[] };
    const link = await getAs('desk.test', `/tickets/1/attachments/${attachments[0]?.id ?? 0}`);
    const { pathname, search } = new URL(String(link['secure_url']));
    expect((await local.send(local.sandbox.storageUrl + pathname + search)).status).toBe(200);
  });
});
