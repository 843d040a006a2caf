import { createRedactor, redactError } from './secrets.js';

const base64 = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding).toString('base64');
const KEY = 'c3176bbca97c5b7ee6';
const PASSWORD = 'pass:wörd "&</\\';
const toHex = (letter: string) => letter.charCodeAt(0).toString(16);
const redact = createRedactor({ apiKey: KEY, username: 'jörg', password: PASSWORD });

describe('a secret', () => {
  it.each([
    ['plain', PASSWORD],
    ['in a URL', encodeURIComponent(PASSWORD)],
    ['in a form', encodeURIComponent(PASSWORD).replaceAll('%20', '+')],
    ['in a URL in a URL', encodeURIComponent(encodeURIComponent(PASSWORD))],
    ['in a URL in small letters', encodeURIComponent(PASSWORD).toLowerCase()],
    ['in JSON', JSON.stringify(PASSWORD).slice(1, -1)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(PASSWORD)).slice(3, -3)],
    ['in Rails’ JSON', JSON.stringify(PASSWORD).slice(1, -1).replace('&', '\\u0026').replace('<', '\\u003c')],
    ['in HTML', PASSWORD.replace('&', '&amp;').replace('"', '&quot;').replace('<', '&lt;')],
    ['in HTML as numbers', PASSWORD.replace(/\W/g, (sign) => `&#${sign.charCodeAt(0)};`)],
    [
      'in HTML as numbers to the base of 16',
      PASSWORD.replace(/\W/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
    ],
    ['as JSON escapes every letter', Array.from(PASSWORD, (letter) => `\\u${toHex(letter).padStart(4, '0')}`).join('')],
    ['as scripts do', Array.from(PASSWORD, (letter) => `\\x${toHex(letter).padStart(2, '0').toUpperCase()}`).join('')],
    ['as HTML does', Array.from(PASSWORD, (letter) => `&#${letter.charCodeAt(0)};`).join('')],
    ['as HTML does without ends', Array.from(PASSWORD, (letter) => `&#${letter.charCodeAt(0)}`).join('')],
    ['as HTML does to the base of 16', Array.from(PASSWORD, (letter) => `&#X${toHex(letter)};`).join('')],
    ['as a URL may', Array.from(Buffer.from(PASSWORD), (byte) => `%${byte.toString(16)}`).join('')],
    ['in Base64', base64(PASSWORD)],
    ['in Base64 of Latin letters', base64(PASSWORD, 'latin1')],
    ['with its name in Base64', base64(`jörg:${PASSWORD}`)],
  ])('%s is blotted out', (_, form) => {
    expect(redact(`a ${form} b`)).toBe('a [secret] b');
  });

  it.each([0, 1, 2, 3, 4])('lies in Base64 of other text, %d bytes from its beginning', (before) => {
    const text = redact(base64(`${'a'.repeat(before)}${KEY}bc`));
    expect(text).toMatch(/^[\w+/]{0,6}\[secret\][\w+/=]{0,8}$/);
  });

  it('is blotted out of a header, whatever its case', () => {
    expect(redact(`Token token="${KEY.toUpperCase()}"`)).toBe('Token token="[secret]"');
  });

  it('that is short is blotted out where it stands alone', () => {
    const short = createRedactor({ apiKey: 'k-1', password: 'test' });
    expect(short('the latest test, token="k-1" k-12 %22test%22')).toBe(
      'the latest [secret], token="[secret]" k-12 %22[secret]%22',
    );
  });

  it('that there is not leaves a text as it is', () => {
    expect(createRedactor({})('undefined')).toBe('undefined');
    expect(createRedactor({ apiKey: '', username: 'x', password: '' })('x: ')).toBe('x: ');
  });

  it('takes time that grows with the text, whatever that is made of', () => {
    const before = process.cpuUsage();
    for (const piece of ['\\', '%25', '&amp;', 'p', '"', 'pass:w'])
      redact(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});

describe('redactError', () => {
  it('cleans words, stack, fields and causes, in place', () => {
    const cause = Object.assign(new Error(`cause ${KEY}`), { code: KEY });
    const error = Object.assign(new Error(`what ${KEY}`, { cause }), {
      messages: [KEY],
      fieldErrors: { [KEY]: [KEY] },
      status: 400,
    });
    Object.assign(cause, { cause: error });
    expect(redactError(error, redact)).toBe(error);
    expect(error).toMatchObject({
      message: 'what [secret]',
      messages: ['[secret]'],
      fieldErrors: { '[secret]': ['[secret]'] },
      status: 400,
      cause: { message: 'cause [secret]', code: '[secret]' },
    });
    expect(error.stack).not.toContain(KEY);
    expect(Object.keys(error)).not.toContain('message');
  });
});
