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
    ['a', 'https://a.bossdesk.io'],
    ['my-desk-1', 'https://my-desk-1.bossdesk.io'],
    ['acme/support', 'https://acme.bossdesk.io/support'],
    ['LOCALHOST:3000', 'http://localhost:3000'],
    ['desk.localhost', 'http://desk.localhost'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['127.10.20.30', 'http://127.10.20.30'],
    ['http:/localhost:3000', 'http://localhost:3000'],
    ['https://desk.example.com/api//', 'https://desk.example.com'],
    ['https://desk.example.com///api', 'https://desk.example.com'],
    ['desk.example.com/mirror/https://x', 'https://desk.example.com/mirror/https://x'],
    ['https://desk.example.com///', 'https://desk.example.com'],
    ['https://desk.example.com/API/V1', 'https://desk.example.com'],
    ['https://desk.example.com/api', 'https://desk.example.com'],
    ['https://desk.example.com//api/v1//', 'https://desk.example.com'],
    ['https://desk.example.com/api/v2', 'https://desk.example.com/api/v2'],
    ['https://desk.example.com/api/v1x', 'https://desk.example.com/api/v1x'],
    ['https://desk.example.com/rapi', 'https://desk.example.com/rapi'],
    ['https://desk.example.com/my-api/v1/desk', 'https://desk.example.com/my-api/v1/desk'],
    ['"acme"', 'https://acme.bossdesk.io'],
    ["'https://acme.bossdesk.io'\r\n", 'https://acme.bossdesk.io'],
    ['<https://acme.bossdesk.io>', 'https://acme.bossdesk.io'],
    ['acme\u200b', 'https://acme.bossdesk.io'],
    ['\ufeffacme.bossdesk.io', 'https://acme.bossdesk.io'],
    ['desk_1.example.com', 'https://desk_1.example.com'],
    ['dësk.example.com', 'https://xn--dsk-jma.example.com'],
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
    ['https//acme.bossdesk.io', /not an address/],
    ['https://https://acme.bossdesk.io', /not an address/],
    ['acme,bossdesk.io', /not an address/],
    ['https://${user_config.url}', /not an address/],
    ['"', /empty/],
    ['https://jack@acme.bossdesk.io', /user name or password/],
    ['https://:secret@acme.bossdesk.io', /user name or password/],
    ['http://127.0.0.1234', /not an address|https/],
    ['http://localhost.evil.example', /plain http to localhost.evil.example would show the API key/],
    ['http://evil-localhost', /would show the API key/],
    ['ssh://acme.bossdesk.io', /not ssh:\/\//],
  ])('refuses %j', (text, reason) => {
    expect(() => normalizeBaseUrl(text)).toThrow(reason);
  });

  it.each([
    ['http://host.docker.internal:4300', 'http://host.docker.internal:4300'],
    ['http://10.1.2.3/desk', 'http://10.1.2.3/desk'],
    ['http://sandbox:4300/api/v1', 'http://sandbox:4300'],
    ['http://[fd00::1]:4300', 'http://[fd00::1]:4300'],
    ['host.docker.internal', 'https://host.docker.internal'],
    ['sandbox', 'https://sandbox.bossdesk.io'],
  ])('with a permission for plain http it reads %j as %s', (text, expected) => {
    expect(normalizeBaseUrl(text, { allowHttp: true })).toBe(expected);
  });

  it.each(['http://acme.bossdesk.io', 'http://8.8.8.8', 'http://desk.local.example'])(
    'refuses plain http to the public %s with every permission',
    (text) => {
      const allowed = () => normalizeBaseUrl(text, { allowHttp: true, permission: 'Allow HTTP' });
      expect(allowed).toThrow('would show the API key to the network');
      expect(allowed).toThrow(expect.not.stringContaining('Allow HTTP'));
    },
  );

  it('names the permission where one would help', () => {
    expect(() => normalizeBaseUrl('http://host.docker.internal:4300', { permission: 'BOSSDESK_ALLOW_HTTP' })).toThrow(
      'For a private address such as this one, BOSSDESK_ALLOW_HTTP allows it',
    );
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
    ['http://localhost:9000/key', true],
    ['http://[::1]:9000/key', true],
    ['http://storage.localhost/key', true],
    ['http://128.0.0.1/key', false],
    ['http://localhost.example.com/key', false],
    ['ftp://127.0.0.1/key', false],
  ])('%s -> %s', (url, safe) => {
    expect(isSafeFileUrl(url)).toBe(safe);
  });

  it('is wider with a permission for plain http', () => {
    expect(isSafeFileUrl('http://sandbox:4301/key')).toBe(false);
    expect(isSafeFileUrl('http://sandbox:4301/key', { allowHttp: true })).toBe(true);
    expect(isSafeFileUrl('http://bucket.example.com/key', { allowHttp: true })).toBe(false);
  });
});
