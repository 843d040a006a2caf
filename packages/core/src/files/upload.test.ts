import type { HttpRequest, HttpResponse, RequestBodyStream } from '../wire/transport.js';
import { createClient } from '../client.js';

type Answer = Partial<HttpResponse>;

const POLICY = btoa('{"expiration":"2026-11-24T08:00:00Z"}');

/** A client whose storage plays a script of answers; the API prepares uploads and creates attachments. */
function createDesk(storage: Answer[], prepared: object = {}) {
  const log: string[] = [];
  const forms: string[] = [];
  let policies = 0;
  const client = createClient({
    baseUrl: 'acme',
    sleep: () => Promise.resolve(),
    transport: async (request) => {
      const { pathname } = new URL(request.url);
      const answer = (status: number, body: unknown): HttpResponse => ({
        status,
        headers: {},
        body: JSON.stringify(body),
      });
      if (request.auth === 'none') {
        log.push(`${request.method} storage`);
        expect(request.headers).toEqual({ 'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/) });
        forms.push(await readForm(request));
        return { status: 204, headers: {}, body: '', ...storage.shift() };
      }
      log.push(`${request.method} ${pathname.split('/').slice(4).join('/')} ${bodyOf(request)}`.trim());
      if (request.method !== 'GET') return answer(201, { id: 9 });
      policies += 1;
      const post_fields = { key: `tmp/${String(policies)}/\${filename}`, policy: POLICY, 'x-amz-date': 'now' };
      return answer(200, { post_url: 'https://bucket.example.com/', post_fields, ...prepared });
    },
  });
  const upload = (file: Partial<{ name: string; content: Uint8Array | RequestBodyStream }> = {}) =>
    client.attachments.upload({ friendly_id: 5, file: { name: 'a.txt', content: bytes('hello'), ...file } });
  return { client, log, forms, upload };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const bodyOf = ({ body }: HttpRequest) => (typeof body === 'string' ? body : '');

async function readForm({ body }: HttpRequest): Promise<string> {
  if (body === undefined || typeof body === 'string') throw new Error('An upload is a stream');
  let text = '';
  for await (const chunk of body.chunks()) text += new TextDecoder().decode(chunk);
  expect(bytes(text)).toHaveLength(body.length);
  return text;
}

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: `<Error><Code>${code}</Code><Message>${message}</Message><RequestId>1</RequestId></Error>`,
});
const expired = refusal(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.');
const PREPARE = 'GET 5/attachments/new';
const createWith = (key: string) => `POST 5/attachments {"attachment":{"tmp_key":"${key}"}}`;

describe('an upload', () => {
  it.each([
    [
      'the key that the storage answers',
      { status: 201, body: '<PostResponse><Key>tmp/x &amp; y</Key></PostResponse>' },
      'tmp/x & y',
    ],
    ['the key of the form where it answers none', { status: 204 }, 'tmp/1/a.txt'],
    ['the key of the form where its answer has none', { status: 200, body: '<html></html>' }, 'tmp/1/a.txt'],
  ])('is attached by %s', async (_, answer, key) => {
    const { log, upload } = createDesk([answer]);
    expect(await upload()).toEqual({ id: 9 });
    expect(log).toEqual([PREPARE, 'POST storage', createWith(key)]);
  });

  it('carries its description', async () => {
    const { client, log } = createDesk([]);
    const file = { name: 'a.txt', content: bytes('x') };
    await client.attachments.upload({ friendly_id: 5, file, description: 'Weekly check' });
    expect(log.at(-1)).toBe('POST 5/attachments {"attachment":{"description":"Weekly check","tmp_key":"tmp/1/a.txt"}}');
  });

  it.each(['', ' ', '/', 'C:\\folder\\', 'folder/ '])(
    'of a file called %j is refused before a request',
    async (name) => {
      const { log, upload } = createDesk([]);
      await expect(upload({ name })).rejects.toMatchObject({
        name: 'InvalidInputError',
        operation: 'attachments.create',
        issues: [{ field: 'file', message: 'the file needs a name' }],
      });
      expect(log).toEqual([]);
    },
  );

  it.each(['http://bucket.example.com/', 'ftp://bucket.example.com/', 'nonsense'])(
    'goes to no address such as %s',
    async (post_url) => {
      const { log, upload } = createDesk([], { post_url });
      await expect(upload()).rejects.toMatchObject({
        name: 'StorageError',
        operation: 'attachments.prepareUpload',
        code: undefined,
        message: expect.stringContaining('not https'),
        hint: expect.stringContaining('Nothing was sent there'),
      });
      expect(log).toEqual([PREPARE]);
    },
  );

  it.each([undefined, null, [], 'fields'])('fails when the fields of the form are %j', async (post_fields) => {
    const { log, upload } = createDesk([], { post_fields });
    await expect(upload()).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      operation: 'attachments.prepareUpload',
      message: expect.stringContaining('has no fields for the upload'),
      hint: expect.stringContaining('Nothing was uploaded'),
    });
    expect(log).toEqual([PREPARE]);
  });
});

describe('upload data that has run out', () => {
  it.each([
    ['by the policy', expired],
    ['by the token', refusal(400, 'ExpiredToken', 'The provided token has expired.')],
    ['in other words', refusal(403, 'AccessDenied', 'Request has EXPIRED')],
  ])('%s is asked for anew, and the whole file sent again', async (_, answer) => {
    const { log, forms, upload } = createDesk([answer]);
    expect(await upload()).toEqual({ id: 9 });
    expect(log).toEqual([PREPARE, 'POST storage', PREPARE, 'POST storage', createWith('tmp/2/a.txt')]);
    expect(forms.map((form) => form.includes('hello'))).toEqual([true, true]);
    expect(forms[1]).toContain('tmp/2/');
  });

  it('is asked for anew once only', async () => {
    const { log, upload } = createDesk([expired, expired]);
    await expect(upload()).rejects.toMatchObject({ name: 'StorageError', code: 'AccessDenied', status: 403 });
    expect(log).toEqual([PREPARE, 'POST storage', PREPARE, 'POST storage']);
  });

  it.each([
    ['another reason', refusal(403, 'AccessDenied', 'Invalid according to Policy: Policy Condition failed')],
    ['another status', refusal(400, 'InvalidArgument', 'The date expired long ago')],
    ['a reason without words', { status: 403 }],
  ])('is not what %s means', async (_, answer) => {
    const { log, upload } = createDesk([answer]);
    await expect(upload()).rejects.toMatchObject({ name: 'StorageError' });
    expect(log).toEqual([PREPARE, 'POST storage']);
  });
});

describe('a refusal of the storage', () => {
  it('tells its code, its words and until when the upload was allowed', async () => {
    const { upload } = createDesk([refusal(400, 'EntityTooLarge', 'Too large &lt;10 MB')]);
    await expect(upload()).rejects.toMatchObject({
      name: 'StorageError',
      operation: 'attachments.create',
      status: 400,
      code: 'EntityTooLarge',
      message: 'The storage refused the file (EntityTooLarge): Too large <10 MB',
      messages: ['Too large <10 MB'],
      hint: 'Try again; the upload was allowed until 2026-11-24T08:00:00Z.',
    });
  });

  it('tells its status where it says nothing', async () => {
    const { upload } = createDesk([{ status: 503, body: '' }], { post_fields: { key: 'tmp/a' } });
    await expect(upload()).rejects.toMatchObject({
      message: 'The storage refused the file (503)',
      messages: [],
      code: undefined,
      hint: 'Try again; if it stays so, tell the BOSSDesk administrator.',
    });
    await expect(createDesk([{ status: 503 }]).upload()).rejects.toHaveProperty('messages.length', 0);
  });

  it.each([199, 300, 302])('is every status that is no success: %d', async (status) => {
    const { log, upload } = createDesk([{ status }]);
    await expect(upload()).rejects.toMatchObject({ name: 'StorageError', status });
    expect(log).toEqual([PREPARE, 'POST storage']);
  });

  it.each([200, 201, 204, 299])('is no %d', async (status) => {
    const { upload } = createDesk([{ status }]);
    expect(await upload()).toEqual({ id: 9 });
  });

  it('is also that it does not say where it put the file', async () => {
    const { log, upload } = createDesk([{ status: 204 }], { post_fields: { acl: 'private' } });
    await expect(upload()).rejects.toMatchObject({
      name: 'StorageError',
      message: 'The storage did not say under which key it put the file (204)',
    });
    expect(log).toEqual([PREPARE, 'POST storage']);
  });
});
