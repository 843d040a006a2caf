import { isExpired, readPolicyExpiry, readStorageError, readStoredKey } from './s3Answer.js';

const answer = (body: string, status = 403) => ({ status, headers: {}, body });

describe('readStoredKey', () => {
  it.each([
    ['<PostResponse><Key>tmp/a.txt</Key></PostResponse>', 'form/${filename}', 'tmp/a.txt'],
    ['<Key></Key>', 'form/${filename}', ''],
    ['', 'form/${filename}', 'form/$&.txt'],
    ['', 'form/fixed', 'form/fixed'],
    ['', undefined, undefined],
  ])('of %j and %j is %j', (body, field, key) => {
    expect(readStoredKey(answer(body, 201), field, '$&.txt')).toBe(key);
  });
});

describe('readStorageError', () => {
  it('reads code and words, entities as the letters that they stand for', () => {
    const body =
      '<?xml version="1.0"?><Error><Code>Bad&amp;Code</Code><Message>&lt;a&gt; &quot;b&quot; &apos;c&apos; &#65;&#x42;&#X43; &bogus; &constructor;</Message></Error>';
    expect(readStorageError(answer(body))).toEqual({
      code: 'Bad&Code',
      message: '<a> "b" \'c\' ABC &bogus; &constructor;',
    });
  });

  it.each(['', 'Forbidden', '<Error><Code>Bad</Error>'])('finds none in %j', (body) => {
    expect(readStorageError(answer(body))).toEqual({ code: undefined, message: undefined });
  });

  it('takes a number that is no letter as it is written', () => {
    const read = (code: string) => readStorageError(answer(`<Code>${code}</Code>`)).code;
    expect(read('&#x110000;&#9999999999;')).toBe('&#x110000;&#9999999999;');
    expect(read('&#x10FFFF;')).toBe('\u{10FFFF}');
  });
});

describe('isExpired', () => {
  it.each([
    ['<Code>ExpiredToken</Code>', 400, true],
    ['<Message>Policy expired.</Message>', 403, true],
    ['<Message>Request has Expired</Message>', 403, true],
    ['<Message>Policy expired.</Message>', 400, false],
    ['<Code>AccessDenied</Code><Message>Policy Condition failed</Message>', 403, false],
    ['', 403, false],
  ])('%s with %d: %s', (body, status, expired) => {
    expect(isExpired(answer(body, status))).toBe(expired);
  });
});

describe('readPolicyExpiry', () => {
  it.each([
    [btoa('{"expiration":"2026-11-24T08:00:00Z"}'), '2026-11-24T08:00:00Z'],
    [btoa('{"expiration":5}'), undefined],
    [btoa('{}'), undefined],
    [btoa('[]'), undefined],
    [btoa('no JSON'), undefined],
    ['not base64!', undefined],
    [undefined, undefined],
  ])('of %j is %j', (policy, expiry) => {
    expect(readPolicyExpiry(policy)).toBe(expiry);
  });
});
