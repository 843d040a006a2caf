import type { HttpRequest, HttpResponse } from '../wire/transport.js';
import { createClient } from '../client.js';
import type { AttachmentRef } from './attachments.js';

/** A client whose storage plays a script of statuses; each reading of the attachment answers a link of its own. */
function createDesk(statuses: number[], attachment: object = {}) {
  const requests: HttpRequest[] = [];
  let links = 0;
  const client = createClient({
    baseUrl: 'acme',
    sleep: () => Promise.resolve(),
    transport: (request) => {
      requests.push(request);
      if (request.auth === 'none') return Promise.resolve(fileAnswer(statuses.shift() ?? 200));
      links += 1;
      const secure_url = `https://bucket.example.com/key?link=${String(links)}`;
      const body = JSON.stringify({ id: 7, name: 'a.txt', size: 5, secure_url, ...attachment });
      return Promise.resolve({ status: 200, headers: {}, body });
    },
  });
  const lines = () => requests.map(({ url }) => url.replace(/^https:\/\/[^/]*(\/api\/v1)?/, ''));
  return { client, requests, lines };
}

function fileAnswer(status: number): HttpResponse {
  if (status === 204) return { status, headers: {}, body: '' };
  return status < 400
    ? { status, headers: {}, body: '', bytes: new TextEncoder().encode('hello') }
    : { status, headers: {}, body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>' };
}

const ref: AttachmentRef = { parent: 'ci', friendly_id: 5, id: 7 };
const READ = '/cis/5/attachments/7';

describe('a download', () => {
  it('gives what the attachment is and its bytes', async () => {
    const { client, lines, requests } = createDesk([]);
    const { attachment, bytes } = await client.attachments.download(ref);
    expect(attachment).toMatchObject({ id: 7, name: 'a.txt' });
    expect(new TextDecoder().decode(bytes)).toBe('hello');
    expect(lines()).toEqual([READ, '/key?link=1']);
    expect(requests[1]).toMatchObject({ method: 'GET', auth: 'none', responseType: 'bytes', headers: {} });
  });

  it.each<[string, AttachmentRef]>([
    ['/cis/5/attachments/7', ref],
    ['/tickets/5/attachments/7', { ...ref, parent: 'ticket' }],
    ['/tickets/5/comments/3/attachments/7', { parent: 'ticketComment', friendly_id: 5, comment_id: 3, id: 7 }],
    ['/my/tickets/5/attachments/7', { ...ref, parent: 'myTicket' }],
    ['/my/tickets/5/comments/3/attachments/7', { parent: 'myTicketComment', friendly_id: 5, comment_id: 3, id: 7 }],
  ])('of %s begins there', async (path, from) => {
    const { client, lines } = createDesk([]);
    await client.attachments.download(from);
    expect(lines()[0]).toBe(path);
    expect(await client.attachments.get(from)).toMatchObject({ id: 7 });
  });

  it('has time by its size', async () => {
    const { client, requests } = createDesk([], { size: 5_000_000 });
    await client.attachments.download(ref);
    expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([30_000, 130_000]);
  });

  it('has time too when the size is missing', async () => {
    const { client, requests } = createDesk([], { size: undefined });
    await client.attachments.download(ref);
    expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([30_000, 30_000]);
  });

  it('carries the signal of its caller to the account and to the storage', async () => {
    const { signal } = new AbortController();
    const { client, requests } = createDesk([]);
    await client.attachments.download(ref, { signal });
    expect(requests.map((request) => request.signal)).toEqual([signal, signal]);
  });

  it('asks for a new link once when the first has run out', async () => {
    const { client, lines } = createDesk([403]);
    await client.attachments.download(ref);
    expect(lines()).toEqual([READ, '/key?link=1', READ, '/key?link=2']);
  });

  it('gives up when the second link does not work either', async () => {
    const { client, lines } = createDesk([403, 403]);
    await expect(client.attachments.download(ref)).rejects.toMatchObject({
      name: 'StorageError',
      operation: 'attachments.getFromCi',
      status: 403,
      code: 'AccessDenied',
      message: 'The file could not be downloaded (AccessDenied): Request has expired',
    });
    expect(lines()).toHaveLength(4);
  });

  it.each([204, 300, 301, 401, 404])('does not ask for another link after %d', async (status) => {
    const { client, lines } = createDesk([status]);
    await expect(client.attachments.download(ref)).rejects.toMatchObject({ name: 'StorageError', status });
    expect(lines()).toEqual([READ, '/key?link=1']);
  });

  it.each(['http://bucket.example.com/key', 'file:///etc/passwd', 'nonsense'])(
    'goes to no link such as %s',
    async (secure_url) => {
      const { client, lines } = createDesk([], { secure_url });
      await expect(client.attachments.download(ref)).rejects.toMatchObject({
        name: 'StorageError',
        operation: 'attachments.getFromCi',
      });
      expect(lines()).toEqual([READ]);
    },
  );
});
