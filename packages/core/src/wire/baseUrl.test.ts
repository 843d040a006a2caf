import { isSafeFileUrl, normalizeBaseUrl } from './baseUrl.js';

describe('normalizeBaseUrl', () => {
  it.each([
    ['acme', 'https://acme.bossdesk.io'],
    ['  acme.bossdesk.io/ ', 'https://acme.bossdesk.io'],
    ['acme.bossdesk.io/api/v1', 'https://acme.bossdesk.io'],
    ['acme/api/v1/', 'https://acme.bossdesk.io'],
    ['https://acme.bossdesk.io/api/v1/tickets/75', 'https://acme.bossdesk.io'],
    ['https://acme.bossdesk.io/api/v1/', 'https://acme.bossdesk.io'],
    ['HTTPS://ACME.bossdesk.io', 'https://acme.bossdesk.io'],
    ['desk.example.com:8443/support/', 'https://desk.example.com:8443/support'],
    ['https://desk.example.com/support/api/v1', 'https://desk.example.com/support'],
    ['https://helpdesk', 'https://helpdesk'],
    ['helpdesk:8443', 'https://helpdesk:8443'],
    ['https:/acme.bossdesk.io', 'https://acme.bossdesk.io'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['localhost:3000', 'http://localhost:3000'],
    ['[::1]:3000', 'http://[::1]:3000'],
  ])('reads %j as %s', (text, expected) => {
    expect(normalizeBaseUrl(text)).toBe(expected);
  });

  it.each([
    ['', /empty/],
    ['   ', /empty/],
    ['https://jack:secret@acme.bossdesk.io', /user name or password/],
    ['jack:secret@acme.bossdesk.io', /user name or password/],
    ['https://acme.bossdesk.io?token=1', /query/],
    ['https://acme.bossdesk.io/?', /query/],
    ['https://acme.bossdesk.io/#tickets', /fragment/],
    ['http://acme.bossdesk.io', /https/],
    ['http://127.0.0.1.evil.example', /https/],
    ['ftp://acme.bossdesk.io', /https/],
    ['https://', /not an address/],
    ['two words', /not an address/],
  ])('refuses %j', (text, reason) => {
    expect(() => normalizeBaseUrl(text)).toThrow(reason);
  });

  it('does not repeat a password in the message', () => {
    expect(() => normalizeBaseUrl('https://jack:hunter2@acme.bossdesk.io')).toThrow(
      expect.not.stringContaining('hunter2'),
    );
  });
});

describe('isSafeFileUrl', () => {
  it.each([
    ['https://bucket.example.com/key?X-Amz-Signature=1', true],
    ['http://127.0.0.1:9000/key', true],
    ['http://bucket.example.com/key', false],
    ['javascript:alert(1)', false],
    ['nonsense', false],
  ])('%s -> %s', (url, safe) => {
    expect(isSafeFileUrl(url)).toBe(safe);
  });
});
