import { delimiter } from 'node:path';
import { ConfigError, readConfig } from './config.js';
import { defaultToolsets, toolsetNames } from './toolsets.js';

describe('readConfig', () => {
  it('needs nothing and has the documented defaults', () => {
    expect(readConfig({})).toEqual({
      url: undefined,
      apiKey: undefined,
      username: undefined,
      password: undefined,
      sandbox: false,
      toolsets: defaultToolsets,
      readOnly: false,
      destructive: 'confirm',
      me: undefined,
      filesDirs: [],
      limits: { concurrency: 8, timeoutMs: 30_000, maxRetries: 3, patienceMs: 50_000 },
    });
  });

  it('takes blanks away from what was pasted, but not from a password', () => {
    const config = readConfig({
      BOSSDESK_API_KEY: ' key\n',
      BOSSDESK_USERNAME: 'jackpot',
      BOSSDESK_PASSWORD: ' pass word ',
    });
    expect(config).toMatchObject({ apiKey: 'key', password: ' pass word ' });
  });

  it('reads every variable', () => {
    const config = readConfig({
      BOSSDESK_URL: 'acme',
      BOSSDESK_API_KEY: 'key',
      BOSSDESK_USERNAME: 'jackpot',
      BOSSDESK_PASSWORD: 'secret',
      BOSSDESK_SANDBOX: '1',
      BOSSDESK_TOOLSETS: 'tickets, destructive',
      BOSSDESK_READ_ONLY: 'true',
      BOSSDESK_DESTRUCTIVE: 'block',
      BOSSDESK_ME: 'jack.pot@example.com',
      BOSSDESK_FILES_DIR: `/a${delimiter}/b`,
      BOSSDESK_CONCURRENCY: '2',
      BOSSDESK_TIMEOUT_MS: '5000',
      BOSSDESK_MAX_RETRIES: '0',
    });
    expect(config).toEqual({
      url: 'https://acme.bossdesk.io',
      apiKey: 'key',
      username: 'jackpot',
      password: 'secret',
      sandbox: true,
      toolsets: new Set(['tickets', 'destructive']),
      readOnly: true,
      destructive: 'block',
      me: 'jack.pot@example.com',
      filesDirs: ['/a', '/b'],
      limits: { concurrency: 2, timeoutMs: 5000, maxRetries: 0, patienceMs: 50_000 },
    });
  });

  it('lets a flag win over its variable', () => {
    const config = readConfig({ BOSSDESK_URL: 'acme', BOSSDESK_TOOLSETS: 'work' }, { url: 'other', toolsets: 'all' });
    expect(config.url).toBe('https://other.bossdesk.io');
    expect(config.toolsets).toEqual(new Set(toolsetNames));
  });

  it.each([
    [{ BOSSDESK_READ_ONLY: '0' }, {}, false],
    [{ BOSSDESK_READ_ONLY: '1' }, {}, true],
    [{ BOSSDESK_READ_ONLY: '0' }, { readOnly: true }, true],
    [{}, { readOnly: true }, true],
  ])('reads the switch %j %j as %s', (environment, flags, readOnly) => {
    expect(readConfig(environment, flags).readOnly).toBe(readOnly);
  });

  it('keeps to a flag that is empty, which nobody passes by accident', () => {
    expect(readConfig({ BOSSDESK_ME: 'jackpot' }, { me: '' }).me).toBe('');
    expect(() => readConfig({ BOSSDESK_DESTRUCTIVE: 'allow' }, { destructive: '' })).toThrow(/^--destructive: takes/);
  });

  it('does not take an empty password from a host for one', () => {
    expect(readConfig({ BOSSDESK_PASSWORD: '' }).password).toBeUndefined();
    expect(readConfig({ BOSSDESK_PASSWORD: ' ' }).password).toBe(' ');
  });

  it('takes an empty variable for none, as hosts pass fields left empty', () => {
    expect(readConfig({ BOSSDESK_URL: '', BOSSDESK_ME: ' ', BOSSDESK_TOOLSETS: '' })).toEqual(readConfig({}));
  });

  it('adds to the default toolsets', () => {
    expect(readConfig({ BOSSDESK_TOOLSETS: 'default,attachments' }).toolsets).toEqual(
      new Set([...defaultToolsets, 'attachments']),
    );
  });

  it.each([
    [{ BOSSDESK_READ_ONLY: 'yes' }, {}, 'BOSSDESK_READ_ONLY: takes 1, true, 0 or false, not "yes"'],
    [{ BOSSDESK_TOOLSETS: 'tickets,tikets' }, {}, 'BOSSDESK_TOOLSETS: unknown toolset "tikets"'],
    [{}, { toolsets: '' }, '--toolsets: names no toolset'],
    [{}, { destructive: 'ask' }, '--destructive: takes block, confirm, allow, not "ask"'],
    [{ BOSSDESK_TIMEOUT_MS: '30s' }, {}, 'BOSSDESK_TIMEOUT_MS: takes a whole number from 1, not "30s"'],
    [{ BOSSDESK_CONCURRENCY: '0' }, {}, 'BOSSDESK_CONCURRENCY: takes a whole number from 1 to 32, not "0"'],
    [{ BOSSDESK_CONCURRENCY: '33' }, {}, 'BOSSDESK_CONCURRENCY: takes a whole number from 1 to 32, not "33"'],
    [{ BOSSDESK_URL: 'http://desk.example.com' }, {}, 'BOSSDESK_URL: The BOSSDesk URL must start with https://'],
    [{}, { url: 'https://desk.example.com?x=1' }, '--url: The BOSSDesk URL must not contain a query'],
  ])('names what is wrong in %j %j', (environment, flags, message) => {
    expect(() => readConfig(environment, flags)).toThrow(ConfigError);
    expect(() => readConfig(environment, flags)).toThrow(message);
  });

  it('repeats no password out of a URL', () => {
    expect(() => readConfig({ BOSSDESK_URL: 'https://jack:hunter2@desk.example.com' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });
});
