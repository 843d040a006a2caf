import { type Client, createClient } from 'bossdesk-client';
import { createUndiciTransport, type UndiciTransport } from 'bossdesk-client/undici';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';

/** Files between the client and the storage: what crosses the wire, and what must not. */

let sandbox: Sandbox;
let transport: UndiciTransport;
let client: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 5, cis: 3, users: 5, control: true });
  transport = createUndiciTransport({ apiKey: sandbox.apiKey });
  client = createClient({ baseUrl: sandbox.url, transport, sleep: () => Promise.resolve() });
});

beforeEach(() => {
  sandbox.reset();
});

afterAll(async () => {
  await transport.close();
  await sandbox.stop();
});

const bytes = (text: string) => new TextEncoder().encode(text);

async function anyCiNumber(): Promise<number> {
  const [ci] = await client.cis.list({ per_page: 1 });
  if (ci === undefined) throw new Error('The sandbox has no CI');
  sandbox.requests.length = 0;
  return ci.friendly_id;
}

async function orderFaults(faults: unknown[]): Promise<void> {
  const answer = await fetch(`${sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify(faults) });
  if (!answer.ok) throw new Error(await answer.text());
}

const toStorage = () => sandbox.requests.filter(({ headers }) => sandbox.storageUrl.endsWith(String(headers['host'])));

const EXPIRED =
  '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Invalid according to Policy: Policy expired.</Message></Error>';
const TOO_LARGE =
  '<?xml version="1.0" encoding="UTF-8"?><Error><Code>EntityTooLarge</Code><Message>Your proposed upload exceeds the maximum allowed size</Message></Error>';

describe('uploading a file to a CI', () => {
  it('takes three steps, and the file can be read back', async () => {
    const friendly_id = await anyCiNumber();
    const attachment = await client.attachments.upload({
      friendly_id,
      file: { name: 'report.txt', content: bytes('All printers are fine.') },
      description: 'Weekly check',
    });
    expect(attachment).toMatchObject({ name: 'report.txt', description: 'Weekly check', size: 22 });
    expect(sandbox.requests.map(({ method, status }) => `${method} ${String(status)}`)).toEqual([
      'GET 200',
      'POST 201',
      'POST 201',
    ]);
    const downloaded = await client.attachments.download({ parent: 'ci', friendly_id, id: attachment.id });
    expect(new TextDecoder().decode(downloaded.bytes)).toBe('All printers are fine.');
  });

  it('shows the API key neither to the storage nor to a download link', async () => {
    const friendly_id = await anyCiNumber();
    const { id } = await client.attachments.upload({ friendly_id, file: { name: 'a.txt', content: bytes('a') } });
    await client.attachments.download({ parent: 'ci', friendly_id, id });
    expect(toStorage().map(({ method }) => method)).toEqual(['POST', 'GET']);
    for (const { headers } of toStorage()) expect(headers).not.toHaveProperty('authorization');
  });

  it('sends the given fields in their order, the file last, and nothing else', async () => {
    const friendly_id = await anyCiNumber();
    const prepared = await client.attachments.prepareUpload({ friendly_id });
    await client.attachments.upload({ friendly_id, file: { name: 'a.txt', content: bytes('a') } });
    const form = toStorage()[0]?.body as { fields: Record<string, string> };
    expect(Object.keys(form.fields)).toEqual(Object.keys(prepared.post_fields));
  });

  it.each([
    ['Jörgs "Büro" – Überblick.pdf', 'Jörgs %22Büro%22 – Überblick.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\jack\\photo.jpg', 'photo.jpg'],
    ['two\r\nlines.txt', 'two%0D%0Alines.txt'],
    ['日本語 🖨.txt', '日本語 🖨.txt'],
  ])('of the name %j arrives whole', async (name, arrived) => {
    const friendly_id = await anyCiNumber();
    const { id, size } = await client.attachments.upload({ friendly_id, file: { name, content: bytes('content') } });
    expect(size).toBe(7);
    expect((await client.attachments.get({ parent: 'ci', friendly_id, id })).name).toBe(arrived);
  });

  it.each(['', 'folder/', '   '])('refuses the name %j before anything is sent', async (name) => {
    const friendly_id = await anyCiNumber();
    await expect(client.attachments.upload({ friendly_id, file: { name, content: bytes('x') } })).rejects.toMatchObject(
      { name: 'InvalidInputError' },
    );
    expect(sandbox.requests).toHaveLength(0);
  });

  it('asks for fresh upload data once when the first has run out', async () => {
    const friendly_id = await anyCiNumber();
    await orderFaults([
      {
        method: 'POST',
        path: '/',
        times: 1,
        status: 403,
        body: EXPIRED,
        headers: { 'content-type': 'application/xml' },
      },
    ]);
    await client.attachments.upload({ friendly_id, file: { name: 'a.txt', content: bytes('a') } });
    expect(toStorage().map(({ status }) => status)).toEqual([403, 201]);
  });

  it('gives up when fresh upload data has run out too, and says until when it was good', async () => {
    const friendly_id = await anyCiNumber();
    await orderFaults([
      {
        method: 'POST',
        path: '/',
        times: 5,
        status: 403,
        body: EXPIRED,
        headers: { 'content-type': 'application/xml' },
      },
    ]);
    await expect(
      client.attachments.upload({ friendly_id, file: { name: 'a.txt', content: bytes('a') } }),
    ).rejects.toMatchObject({
      name: 'StorageError',
      code: 'AccessDenied',
      hint: expect.stringMatching(/until \d{4}-\d{2}-\d{2}T/),
    });
    expect(toStorage()).toHaveLength(2);
  });

  it('creates no attachment when the storage refuses the file, and passes on its reason', async () => {
    const friendly_id = await anyCiNumber();
    await orderFaults([
      {
        method: 'POST',
        path: '/',
        times: 1,
        status: 400,
        body: TOO_LARGE,
        headers: { 'content-type': 'application/xml' },
      },
    ]);
    await expect(
      client.attachments.upload({ friendly_id, file: { name: 'a.txt', content: bytes('a') } }),
    ).rejects.toMatchObject({
      name: 'StorageError',
      code: 'EntityTooLarge',
      message: expect.stringContaining('exceeds the maximum allowed size'),
    });
    expect(sandbox.requests.some(({ method, path }) => method === 'POST' && path.endsWith('/attachments'))).toBe(false);
  });
});

describe('downloading', () => {
  it('asks for a fresh link once when the first has run out (notes 5.11)', async () => {
    const friendly_id = await anyCiNumber();
    const { id } = await client.attachments.upload({ friendly_id, file: { name: 'a.txt', content: bytes('a') } });
    const { secure_url } = await client.attachments.get({ parent: 'ci', friendly_id, id });
    sandbox.requests.length = 0;
    await orderFaults([{ method: 'GET', path: new URL(secure_url).pathname, times: 1, status: 403 }]);
    const { bytes: content } = await client.attachments.download({ parent: 'ci', friendly_id, id });
    expect(content).toHaveLength(1);
    expect(toStorage().map(({ status }) => status)).toEqual([403, 200]);
  });
});
