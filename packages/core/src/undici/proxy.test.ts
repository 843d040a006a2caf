import { nameProxy, proxyFromEnvironment, readProxy } from './proxy.js';

const proxyOf = (url: string, environment: Record<string, string>) => proxyFromEnvironment(url, environment);
const SQUID = 'http://proxy.corp:3128';

it.each([
  ['https://desk.corp', { HTTPS_PROXY: SQUID }, SQUID],
  ['https://desk.corp', { https_proxy: SQUID, HTTPS_PROXY: 'http://other' }, SQUID],
  ['https://desk.corp', { HTTP_PROXY: SQUID }, undefined],
  ['https://desk.corp', { ALL_PROXY: SQUID }, SQUID],
  ['https://desk.corp', { HTTPS_PROXY: 'proxy.corp:3128' }, SQUID],
  ['https://desk.corp', { HTTPS_PROXY: ' ' }, undefined],
  ['https://desk.corp', {}, undefined],
  ['http://10.1.2.3:4300', { http_proxy: SQUID }, SQUID],
  ['http://10.1.2.3:4300', { HTTPS_PROXY: SQUID }, undefined],
])('%s with %j goes by %s', (url, environment, proxy) => {
  expect(proxyOf(url, environment)).toBe(proxy);
});

it.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'https://[::1]', 'https://desk.localhost'])(
  '%s is this machine, and needs none',
  (url) => {
    expect(proxyOf(url, { HTTP_PROXY: SQUID, HTTPS_PROXY: SQUID })).toBeUndefined();
  },
);

it.each([
  ['*', true],
  ['desk.corp', true],
  ['corp', true],
  ['.corp', true],
  ['*.corp', true],
  ['DESK.corp', true],
  ['other.example, desk.corp', true],
  ['other.example desk.corp', true],
  ['desk.corp:443', true],
  ['desk.corp:8443', false],
  ['esk.corp', false],
  ['other.desk.corp', false],
  ['', false],
  ['10.0.0.0/8', false],
])('NO_PROXY=%s exempts https://desk.corp: %s', (exemptions, isExempt) => {
  for (const name of ['NO_PROXY', 'no_proxy'])
    expect(proxyOf('https://desk.corp/api', { HTTPS_PROXY: SQUID, [name]: exemptions }) === undefined).toBe(isExempt);
});

it.each([
  ['10.1.2.3', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['10.1.2.3', '10.0.0.0/99', false],
  ['10.1.2.3', '10.1.2.3', true],
  ['[fd00::1]', 'fd00::/8', true],
  ['[fd00::1]', 'fd00::1', true],
  ['[fd00::1]', '[fd00::1]:443', true],
  ['[fd00::1]', '10.0.0.0/8', false],
])('https://%s with NO_PROXY=%s goes straight: %s', (host, exemptions, isExempt) => {
  const environment = { HTTPS_PROXY: SQUID, NO_PROXY: exemptions };
  expect(proxyOf(`https://${host}/`, environment) === undefined).toBe(isExempt);
});

it.each(['ftp://user:hunter2@proxy', 'http://', 'http://user:hunter2%zz@proxy', 'two words'])(
  'refuses %s without repeating it',
  (text) => {
    expect(() => readProxy(text, 'https_proxy')).toThrow(
      'HTTPS_PROXY is not the address of a proxy: give http://host:port or http://user:password@host:port',
    );
  },
);

it('names a proxy without its password', () => {
  expect(nameProxy('http://user:hunter2@proxy.corp:3128/x')).toBe('http://proxy.corp:3128');
});
