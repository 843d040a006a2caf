import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createClient, type HttpRequest } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { findFixtures } from '../fixtures/index.js';
import { type Desk, openDesk, summarize } from './support.js';

// What goes to the file storage and where people sign in, where the API doc leaves it open (docs/api-notes.md, section 5).

describe('files', () => {
  let desk: Desk;
  let friendly_id: number;

  beforeAll(async () => {
    desk = await openDesk();
    ({ friendly_id } = await desk.client.cis.create({ name: 'Files' }));
  });

  afterAll(() => desk.close());

  const file = { name: 'a "b".txt', content: new TextEncoder().encode('hello') };

  /** Names of a form's fields, in order. */
  async function readFieldNames({ body }: HttpRequest): Promise<(string | undefined)[]> {
    if (body === undefined || typeof body === 'string') return [];
    const decoder = new TextDecoder();
    let form = '';
    for await (const chunk of body.chunks()) form += decoder.decode(chunk);
    return [...form.matchAll(/form-data; name="([^"]*)"/g)].map(([, name]) => name);
  }

  it('gives the storage, wherever it is, its fields as they are, the file last, and no key (notes 5.8, 5.9)', async () => {
    const attachment = await desk.client.attachments.upload({ friendly_id, file, description: 'x' });
    const [prepare, post, create] = desk.sent.slice(-3) as [HttpRequest, HttpRequest, HttpRequest];
    const prepared = await desk.client.attachments.prepareUpload({ friendly_id });
    expect(await readFieldNames(post)).toEqual([...Object.keys(prepared.post_fields), 'file']);
    expect(new URL(post.url).origin).not.toBe(new URL(prepare.url).origin);
    expect(post.auth).toBe('none');
    expect(summarize(create).body).toEqual({ attachment: { tmp_key: expect.any(String), description: 'x' } });
    expect(attachment.size).toBe(5);
  });

  it('fetches a file by a link of the moment, without the key (notes 5.11)', async () => {
    const { id } = await desk.client.attachments.upload({ friendly_id, file });
    const { attachment, bytes } = await desk.client.attachments.download({ parent: 'ci', friendly_id, id });
    expect(new TextDecoder().decode(bytes)).toBe('hello');
    expect(desk.sent.at(-1)).toMatchObject({ url: attachment.secure_url, auth: 'none' });
  });
});

describe('signing in', () => {
  // A server of its own, since the sandbox records no credentials.
  it('sends a user name with a domain by Basic authentication, with no body (notes 5.5, 5.63)', async () => {
    const received: { authorization: string | undefined; body: string }[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ authorization: request.headers.authorization, body });
        response.end(JSON.stringify(findFixtures('sessions.create', 'response')[0]?.json));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const transport = createUndiciTransport({ username: String.raw`SOMECORP\jackpot`, password: 'x' });
    const { port } = server.address() as AddressInfo;
    const client = createClient({ baseUrl: `127.0.0.1:${port}`, transport, sleep: () => Promise.resolve() });
    const session = await client.sessions.create();
    await transport.close();
    server.close();
    const encoded = Buffer.from(String.raw`SOMECORP\jackpot:x`).toString('base64');
    expect(received).toEqual([{ authorization: `Basic ${encoded}`, body: '' }]);
    expect(session.permissions).toMatchObject({ holiday_calendar: ['manage'] });
  });
});
