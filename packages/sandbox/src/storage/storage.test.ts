import { connect } from 'node:net';
import { useSandbox } from '../testing/useSandbox.js';

const local = useSandbox({ tickets: 6, cis: 3, users: 12 });
const { call, get, send } = local;

interface Prepared {
  post_url: string;
  post_fields: Record<string, string>;
}

const prepare = async () => (await get('/cis/1/attachments/new')).json as Prepared;
const file = (content = 'hello', name = 'a b.txt') => new File([content], name);

async function post(
  { post_url, post_fields }: Prepared,
  change: (form: FormData) => void = (form) => form.set('file', file()),
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(post_fields)) form.set(name, value);
  change(form);
  return send(post_url, { method: 'POST', body: form });
}

const element = (xml: string, name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)?.[1];
const attach = (tmp_key: string | undefined) =>
  call('POST', '/cis/1/attachments', { body: { attachment: { tmp_key } } });

async function attachFile(content = 'hello') {
  const stored = await post(await prepare(), (form) => form.set('file', file(content)));
  return (await attach(element(stored.text, 'Key'))).json as { id: number; secure_url: string; size: number };
}

describe('an upload', () => {
  it('goes to an origin of its own in three steps', async () => {
    const prepared = await prepare();
    expect(prepared.post_url).toBe(local.sandbox.storageUrl);
    expect(Object.keys(prepared.post_fields)).toEqual([
      'key',
      'acl',
      'success_action_status',
      'policy',
      'x-amz-credential',
      'x-amz-algorithm',
      'x-amz-date',
      'x-amz-signature',
    ]);

    const stored = await post(prepared);
    expect(stored.status).toBe(201);
    expect(element(stored.text, 'Key')).toBe(prepared.post_fields['key']?.replace('${filename}', 'a b.txt'));
    expect(element(stored.text, 'ETag')).toBe('&quot;5d41402abc4b2a76b9719d911017c592&quot;');

    const attached = await attach(element(stored.text, 'Key'));
    expect(attached).toMatchObject({
      status: 201,
      json: { name: 'a b.txt', size: 5, description: null, secure_url_expire_time_in_mins: 10 },
    });
  });

  it('is used up by its attachment', async () => {
    const key = element((await post(await prepare())).text, 'Key');
    await attach(key);
    expect(await attach(key)).toMatchObject({ status: 422, json: { errors: { key: ['is invalid'] } } });
  });

  it('leaves the path components of a file name out', async () => {
    const stored = await post(await prepare(), (form) => form.set('file', file('x', 'C:\\temp\\ä&b.txt')));
    expect(element(stored.text, 'Key')).toMatch(/\/ä&amp;b\.txt$/);
  });

  it('must carry every field that the policy names', async () => {
    const prepared = await prepare();
    const stored = await post(prepared, (form) => {
      form.delete('success_action_status');
      form.set('file', file());
    });
    expect(stored.status).toBe(403);
    expect(stored.text).toContain(
      'Policy Condition failed: [&quot;eq&quot;, &quot;$success_action_status&quot;, &quot;201&quot;]',
    );
  });

  it.each<[string, (form: FormData) => void, number, string, string]>([
    [
      'a field that no condition names',
      (form) => {
        form.set('Content-Type', 'text/plain');
        form.set('file', file());
      },
      403,
      'AccessDenied',
      'Invalid according to Policy: Extra input fields: content-type',
    ],
    [
      'a key outside the folder',
      (form) => {
        form.set('key', 'elsewhere/a.txt');
        form.set('file', file());
      },
      403,
      'AccessDenied',
      'Policy Condition failed: [&quot;starts-with&quot;, &quot;$key&quot;',
    ],
    [
      'a tampered policy',
      (form) => {
        form.set('policy', Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64'));
        form.set('file', file());
      },
      403,
      'SignatureDoesNotMatch',
      'does not match',
    ],
    [
      "someone else's credential",
      (form) => {
        form.set('x-amz-credential', 'AKIA/20260101/us-east-1/s3/aws4_request');
        form.set('file', file());
      },
      403,
      'InvalidAccessKeyId',
      'does not exist',
    ],
    ['no file', () => undefined, 400, 'InvalidArgument', 'exactly one file'],
  ])('with %s is refused', async (_name, change, status, code, message) => {
    const reply = await post(await prepare(), change);
    expect([reply.status, element(reply.text, 'Code')]).toEqual([status, code]);
    expect(reply.text).toContain(message);
    expect(reply.headers.get('content-type')).toContain('application/xml');
  });

  it('ignores what comes after the file, and so misses the policy there', async () => {
    const { post_url, post_fields } = await prepare();
    const form = new FormData();
    form.set('file', file());
    for (const [name, value] of Object.entries(post_fields)) form.set(name, value);
    const reply = await send(post_url, { method: 'POST', body: form });
    expect([reply.status, element(reply.text, 'Code')]).toEqual([403, 'AccessDenied']);
  });

  it('is refused once its policy has expired', async () => {
    const prepared = await prepare();
    local.passMinutes(61);
    expect((await post(prepared)).text).toContain('Invalid according to Policy: Policy expired.');
  });

  it('must not carry an Authorization header', async () => {
    const { post_url } = await prepare();
    const reply = await send(post_url, { method: 'POST', body: new FormData(), headers: { authorization: 'Token x' } });
    expect(element(reply.text, 'Message')).toBe('Only one auth mechanism allowed');
  });

  it('must say how long it is', async () => {
    const { port } = new URL(local.sandbox.storageUrl);
    const request =
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n' +
      'Connection: close\r\n\r\n0\r\n\r\n';
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(request));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 411[^]*MissingContentLength/);
  });

  it('must be a form', async () => {
    const { post_url } = await prepare();
    const reply = await send(post_url, { method: 'POST', body: 'hello' });
    expect(reply.status).toBe(412);
  });
});

describe('a download link', () => {
  it('opens without a key', async () => {
    const { secure_url: link } = await attachFile('content of the file');
    expect(new URL(link).origin).toBe(local.sandbox.storageUrl);
    const reply = await send(link);
    expect([reply.status, reply.text]).toEqual([200, 'content of the file']);
  });

  it('expires after ten minutes, and the next one is new', async () => {
    const { id, secure_url: link } = await attachFile();
    local.passMinutes(10);
    const late = await send(link);
    expect([late.status, element(late.text, 'Message')]).toEqual([403, 'Request has expired']);
    const fresh = (await get(`/cis/1/attachments/${id}`)).json as { secure_url: string };
    expect((await send(fresh.secure_url)).text).toBe('hello');
  });

  it.each([
    ['for another file', (link: string) => link.replace('.txt', '.exe'), 'SignatureDoesNotMatch'],
    ['that lives longer', (link: string) => link.replace('Expires=600', 'Expires=6000'), 'SignatureDoesNotMatch'],
    ['without its signature', (link: string) => link.replace(/\?.*/, ''), 'AccessDenied'],
  ])('changed into one %s is refused', async (_name, change, code) => {
    const { secure_url: link } = await attachFile();
    const reply = await send(change(link));
    expect([reply.status, element(reply.text, 'Code')]).toEqual([403, code]);
  });

  it('must not be asked with an Authorization header', async () => {
    const { secure_url: link } = await attachFile();
    expect((await send(link, { headers: { authorization: 'Token x' } })).status).toBe(400);
  });

  it('leads nowhere once the attachment is deleted', async () => {
    const { id, secure_url: link } = await attachFile();
    expect(await call('DELETE', `/cis/1/attachments/${id}`)).toMatchObject({ status: 200, json: { id } });
    expect(element((await send(link)).text, 'Code')).toBe('NoSuchKey');
    expect((await get(`/cis/1/attachments/${id}`)).status).toBe(404);
  });
});

describe('a large file', () => {
  it('comes back in its full length though only its beginning is kept', async () => {
    const size = 3 * 1024 * 1024;
    const { secure_url: link, size: stored } = await attachFile('x'.repeat(size));
    expect(stored).toBe(size);
    const { text } = await send(link);
    expect([text.length, text.slice(0, 3), text.at(-1)]).toEqual([size, 'xxx', '\0']);
  });
});

describe('attachments', () => {
  it('change their description', async () => {
    const { id } = await attachFile();
    const reply = await call('PATCH', `/cis/1/attachments/${id}`, { body: { attachment: { description: 'New' } } });
    expect(reply).toMatchObject({ status: 200, json: { id, description: 'New' } });
  });

  it('are read under tickets, comments and the caller’s own tickets', async () => {
    const ids = async (path: string) => {
      const { json } = await get(path);
      const ticket = json as {
        attachments: { id: number }[];
        comments: { id: number; attachments: { id: number }[] }[];
      };
      const comment = ticket.comments.find(({ attachments }) => attachments.length > 0);
      return { own: ticket.attachments[0]?.id, comment: comment?.id, inside: comment?.attachments[0]?.id };
    };
    for (const path of ['/tickets/1', '/my/tickets/4']) {
      const { own, comment, inside } = await ids(path);
      const first = (await get(`${path}/attachments/${own}`)).json as { secure_url: string };
      expect((await send(first.secure_url)).text).toMatch(/connection reset|PNG|gateway/);
      expect((await get(`${path}/comments/${comment}/attachments/${inside}`)).json).toMatchObject({ id: inside });
      expect((await get(`${path}/attachments/${inside}`)).status).toBe(404);
    }
  });
});
