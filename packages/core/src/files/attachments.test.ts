import { createClient } from '../client.js';

/** A client whose API answers `answers` and whose storage always answers `hello`. */
const clientOf = (answer: unknown) =>
  createClient({
    baseUrl: 'acme',
    sleep: () => Promise.resolve(),
    transport: (request) => {
      if (!Number.isSafeInteger(request.timeoutMs)) return Promise.reject(new RangeError('timeoutMs'));
      return Promise.resolve(
        request.auth === 'none'
          ? { status: 200, headers: {}, body: '', bytes: new TextEncoder().encode('hello') }
          : { status: 200, headers: {}, body: JSON.stringify(answer) },
      );
    },
  });

describe('an answer that lacks what the doc shows', () => {
  it('fails an upload with a typed error when the fields of the form are missing', async () => {
    const file = { name: 'a.txt', content: new Uint8Array(3) };
    const upload = clientOf({ post_url: 'https://bucket.example.com/' }).attachments.upload({ friendly_id: 5, file });
    await expect(upload).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      operation: 'attachments.prepareUpload',
    });
  });

  it('does not hinder a download when the size is missing', async () => {
    const client = clientOf({ id: 7, secure_url: 'https://bucket.example.com/key' });
    const { bytes } = await client.attachments.download({ parent: 'ci', friendly_id: 5, id: 7 });
    expect(new TextDecoder().decode(bytes)).toBe('hello');
  });
});
