import { baseName, encodeMultipart } from './multipart.js';

async function encode(
  fields: Record<string, string>,
  name: string,
  content: Parameters<typeof encodeMultipart>[1]['content'],
) {
  const { body, contentType } = encodeMultipart(fields, { name, content });
  const boundary = contentType.replace('multipart/form-data; boundary=', '');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.chunks()) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  expect(whole).toHaveLength(body.length);
  return { text: whole.toString('utf8').replaceAll(boundary, 'B'), boundary, body };
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('encodeMultipart', () => {
  it('writes the fields in their order and the file last', async () => {
    const { text } = await encode({ key: 'tmp/${filename}', policy: 'a=b' }, 'report.txt', bytes('hello'));
    expect(text).toBe(
      [
        '--B',
        'Content-Disposition: form-data; name="key"',
        '',
        'tmp/${filename}',
        '--B',
        'Content-Disposition: form-data; name="policy"',
        '',
        'a=b',
        '--B',
        'Content-Disposition: form-data; name="file"; filename="report.txt"',
        'Content-Type: application/octet-stream',
        '',
        'hello',
        '--B--',
        '',
      ].join('\r\n'),
    );
  });

  it('lets no name end its header', async () => {
    const { text } = await encode({ 'a"\r\nX: 1': 'v' }, 'b";\r\nc.txt', bytes(''));
    expect(text).toContain('name="a%22%0D%0AX: 1"\r\n');
    expect(text).toContain('filename="b%22;%0D%0Ac.txt"\r\n');
  });

  it('counts bytes, not letters', async () => {
    const { text } = await encode({ key: 'ü' }, '日本.txt', bytes('😀'));
    expect(text).toContain('filename="日本.txt"');
    expect(text).toContain('😀');
  });

  it('passes a stream on piece by piece, and again when it is asked to', async () => {
    let reads = 0;
    const stream = {
      length: 4,
      *chunks() {
        reads += 1;
        yield bytes('ab');
        yield bytes('cd');
      },
    };
    const { body } = await encode({}, 'a.txt', stream);
    let pieces = 0;
    for await (const chunk of body.chunks()) pieces += Math.sign(chunk.length);
    expect({ reads, pieces }).toEqual({ reads: 2, pieces: 4 });
  });

  it('has a boundary that nobody can foresee', async () => {
    const [first, second] = await Promise.all([encode({}, 'a', bytes('')), encode({}, 'a', bytes(''))]);
    expect(first.boundary).toMatch(/^----BossDesk[0-9a-f-]{36}$/);
    expect(first.boundary).not.toBe(second.boundary);
  });
});

describe('baseName', () => {
  it.each([
    ['report.txt', 'report.txt'],
    ['/home/jack/report.txt', 'report.txt'],
    ['C:\\Users\\jack\\report.txt', 'report.txt'],
    ['mixed\\way/report.txt ', 'report.txt'],
    ['folder/', ''],
    ['', ''],
  ])('of %j is %j', (path, name) => {
    expect(baseName(path)).toBe(name);
  });
});
