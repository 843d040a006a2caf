import { delimiter } from 'node:path';
import { ConfigError, readConfig } from './config.js';
import { findUnknownVariables } from './unknownVariables.js';
import { defaultToolsets, toolsetNames } from './toolsets.js';

describe('readConfig', () => {
  it('needs nothing and has the documented defaults', () => {
    expect(readConfig({})).toEqual({
      url: undefined,
      allowHttp: false,
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
      slips: [],
    });
  });

  it('lets plain http go to a private address where that is allowed, and never to a public one', () => {
    const config = (url: string, allow?: string) =>
      readConfig({ BOSSDESK_URL: url, ...(allow === undefined ? {} : { BOSSDESK_ALLOW_HTTP: allow }) });
    const container = 'http://host.docker.internal:4300';
    expect(config(container, '1').url).toBe(container);
    expect(readConfig({}, { url: container, allowHttp: true }).url).toBe(container);
    for (const allow of [undefined, 'off'])
      expect(() => config(container, allow)).toThrow(/^BOSSDESK_URL: .*BOSSDESK_ALLOW_HTTP allows it$/);
    expect(() => config('http://desk.example.com', '1')).toThrow(/would show the API key to the network$/);
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
      BOSSDESK_ALLOW_HTTP: 'yes',
      BOSSDESK_API_KEY: 'Token token="key"',
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
      allowHttp: true,
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
      slips: [],
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
    [{ BOSSDESK_READ_ONLY: 'True' }, {}, true],
    [{ BOSSDESK_READ_ONLY: 'yes' }, {}, true],
    [{ BOSSDESK_READ_ONLY: ' ON ' }, {}, true],
    [{ BOSSDESK_READ_ONLY: 'off' }, {}, false],
    [{ BOSSDESK_READ_ONLY: 'No' }, {}, false],
    [{ BOSSDESK_READ_ONLY: '${user_config.read_only}' }, {}, false],
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

  it('takes what a host did not fill in for none', () => {
    const left = {
      BOSSDESK_URL: '${input:url}',
      BOSSDESK_API_KEY: '${user_config.api_key}',
      BOSSDESK_PASSWORD: '${x}',
    };
    expect(readConfig(left)).toEqual(readConfig({}));
    expect(readConfig({ BOSSDESK_PASSWORD: 'a${x}' }).password).toBe('a${x}');
  });

  it('goes on beside a name that there is not, where nothing is less safe for it', () => {
    const { slips, ...config } = readConfig({ BOSSDESK_ULR: 'acme', BOSSDESK_COLOUR: 'red' });
    expect({ ...config, slips: [] }).toEqual(readConfig({}));
    expect(slips).toEqual([expect.stringContaining('BOSSDESK_ULR'), expect.stringContaining('BOSSDESK_COLOUR')]);
    expect(findUnknownVariables({ BOSSDESK_ULR: 'acme', BOSSDESK_COLOUR: 'red', PATH: '/bin' })).toEqual([
      {
        name: 'BOSSDESK_ULR',
        message: 'BOSSDESK_ULR is no setting of this server; did you mean BOSSDESK_URL?',
        restricts: false,
      },
      {
        name: 'BOSSDESK_COLOUR',
        message: 'BOSSDESK_COLOUR is no setting of this server; bossdesk-mcp --help lists what there is',
        restricts: false,
      },
    ]);
  });

  it.each([
    'BOSDESK_READ_ONLY',
    'BOSS_DESK_READ_ONLY',
    'bossdesk_read_only',
    'BossDeskReadOnly',
    'BOSSDESK-READ-ONLY',
    ' BOSSDESK_READ_ONLY',
    '\uFEFFBOSSDESK_READ_ONLY',
    'BOSSEDSK_READONLY',
    'BOSSDESK_RO',
  ])('does nothing with the switch misspelt as %j', (name) => {
    expect(() => readConfig({ [name]: '1' })).toThrow(/is no setting of this server.*Nothing is done before/);
  });

  it('does nothing where a variable that there is not asks for less', () => {
    expect(() => readConfig({ BOSSDESK_MODE: 'read-only' })).toThrow(/^BOSSDESK_MODE is no setting/);
  });

  it.each(['READ_ONLY', 'DESKTOP_READ_ONLY', 'BOSS_URL', 'ME', 'BOSSDESKTOP', 'BOSDESK_X'])(
    'leaves %s to others',
    (name) => {
      expect(readConfig({ [name]: '1' })).toEqual(readConfig({}));
    },
  );

  it('takes a name in another letter case for the same where the system does', () => {
    const environment = { BOSSDESK_READ_ONLY: '1', Bossdesk_Read_Only: '1' };
    expect(readConfig(environment)).toMatchObject({ readOnly: true, slips: [] });
  });

  it.each([
    [
      'quotes',
      { BOSSDESK_URL: '"acme"', BOSSDESK_READ_ONLY: "'true'", BOSSDESK_TIMEOUT_MS: '"5000"', BOSSDESK_ME: '"a@b.c"' },
    ],
    [
      'line ends',
      { BOSSDESK_URL: 'acme\r', BOSSDESK_READ_ONLY: 'true\r', BOSSDESK_TIMEOUT_MS: '5000\r\n', BOSSDESK_ME: 'a@b.c\r' },
    ],
    [
      'signs',
      {
        BOSSDESK_URL: '\uFEFFacme',
        BOSSDESK_READ_ONLY: 'true\u200b',
        BOSSDESK_TIMEOUT_MS: '\u200e5000',
        BOSSDESK_ME: ' a@b.c\u00a0',
      },
    ],
  ])('takes %s around values away', (_, environment) => {
    expect(readConfig(environment)).toMatchObject({
      ...{ url: 'https://acme.bossdesk.io', readOnly: true, me: 'a@b.c' },
      limits: { timeoutMs: 5000 },
    });
  });

  it('takes the end of a line, and nothing else, away from a password', () => {
    expect(readConfig({ BOSSDESK_PASSWORD: '" pass "\r\n' }).password).toBe('" pass "');
  });

  it('reads flags as variables', () => {
    expect(readConfig({}, { url: '${user_config.url}', destructive: ' block', me: '"a"' })).toEqual({
      ...readConfig({}),
      destructive: 'block',
      me: 'a',
    });
    expect(readConfig({ BOSSDESK_API_KEY: '"${input:key}"' })).toEqual(readConfig({}));
    expect(readConfig({ BOSSDESK_FILES_DIR: ` /a ${delimiter} /b` }).filesDirs).toEqual(['/a', '/b']);
  });

  it('adds to the default toolsets', () => {
    expect(readConfig({ BOSSDESK_TOOLSETS: 'default,attachments' }).toolsets).toEqual(
      new Set([...defaultToolsets, 'attachments']),
    );
  });

  it.each([
    [
      { BOSSDESK_READ_ONLY: 'maybe' },
      {},
      'BOSSDESK_READ_ONLY: takes 1, true, yes, on or 0, false, no, off, not "maybe"',
    ],
    [
      { BOSSDESK_READONLY: '1' },
      {},
      'BOSSDESK_READONLY is no setting of this server; did you mean BOSSDESK_READ_ONLY?',
    ],
    [{ BOSSDESK_READ_ONLLY: '1' }, {}, 'did you mean BOSSDESK_READ_ONLY?'],
    [{ BOSSDESK_TOOLSET: 'work' }, {}, 'did you mean BOSSDESK_TOOLSETS?'],
    [{ BOSSDESK_NO_WRITES: '1' }, {}, 'BOSSDESK_NO_WRITES is no setting of this server; bossdesk-mcp --help'],
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
