import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';
import { binPath, runCommand, startHost } from './support.js';

let sandbox: Sandbox;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  sandbox = await startSandbox({ control: true });
  env = { BOSSDESK_URL: sandbox.url, BOSSDESK_API_KEY: sandbox.apiKey, BOSSDESK_MAX_RETRIES: '0' };
});
afterAll(() => sandbox.stop());

async function control(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/_control/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return response.json();
}

it('prints its version and its help', async () => {
  const { version } = JSON.parse(readFileSync(join(REPOSITORY_ROOT, 'mcp-server/package.json'), 'utf8')) as {
    version: string;
  };
  expect(await runCommand(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  const help = await runCommand(['--help']);
  expect(help.code).toBe(0);
  for (const word of [
    '--url',
    '--toolsets',
    '--read-only',
    '--destructive',
    '--sandbox',
    'BOSSDESK_API_KEY',
    'doctor',
    'login',
  ]) {
    expect(help.stdout).toContain(word);
  }
});

it.each([
  [['--bogus'], '--bogus'],
  [['frobnicate'], 'frobnicate'],
  [['--toolsets', 'tickets,tikets'], 'unknown toolset "tikets"'],
  [['--destructive', 'ask'], '--destructive: takes block, confirm, allow'],
  [['--timeout-ms', 'soon'], '--timeout-ms: takes a whole number'],
  [['doctor', '--bogus'], '--bogus'],
  [['doctor', 'all'], 'too many arguments'],
  [['login', 'jackpot'], 'too many arguments'],
])('names what it does not know and fails: %j', async (args, message) => {
  const { code, stdout, stderr } = await runCommand(args);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
  expect(stdout).toBe('');
});

it('names a variable whose value means nothing', async () => {
  const { code, stderr } = await runCommand([], {
    env: { BOSSDESK_URL: 'http://desk.example.com', BOSSDESK_API_KEY: 'k' },
  });
  expect(code).toBe(1);
  expect(stderr).toContain('BOSSDESK_URL: ');
});

it('ends by itself when the host closes its end, with nothing but the protocol on stdout', async () => {
  const { code, stdout } = await runCommand([], { env });
  expect(code).toBe(0);
  expect(stdout).toBe('');
});

describe('doctor', () => {
  it('finds everything right', async () => {
    const { code, stdout } = await runCommand(['doctor'], { env });
    expect(stdout).toMatch(/^ok {5}URL and key: http:\/\/127\.0\.0\.1:\d+ answers as "Example Service Desk"$/m);
    expect(stdout).toMatch(/^ok {5}Clock: agrees with the server$/m);
    expect(stdout).toMatch(/^ok {5}GET \/tickets$/m);
    expect(stdout).not.toContain('WRONG');
    expect(code).toBe(0);
  });

  it.each([
    [{ BOSSDESK_API_KEY: '' }, /^WRONG {2}BOSSDESK_API_KEY is not set/m],
    [{ BOSSDESK_API_KEY: '', BOSSDESK_KEY: 'x' }, /^WARN {3}BOSSDESK_KEY is no setting of this server; did you mean/m],
    [
      { BOSSDESK_API_KEY: 'wrongwrongwrong' },
      /^WRONG {2}BOSSDesk refused the API key \(401\)\. Check BOSSDESK_API_KEY/m,
    ],
    [{ BOSSDESK_URL: 'http://127.0.0.1:9' }, /^WRONG {2}.*cannot be reached.*Check BOSSDESK_URL/m],
  ])('says what to mend: %j', async (changed, message) => {
    const { code, stdout } = await runCommand(['doctor'], { env: { ...env, ...changed } });
    expect(stdout).toMatch(message);
    expect(code).toBe(1);
  });

  it.each([
    [{ BOSSDESK_ME: 'aldente' }, /^ok {5}BOSSDESK_ME: me is Al Dente \(22002\)$/m, 0],
    [{ BOSSDESK_ME: 'nobody@example.com' }, /^WRONG {2}BOSSDESK_ME: no user is called "nobody@example\.com"/m, 1],
    [{ BOSSDESK_FILES_DIR: process.cwd() }, /^ok {5}BOSSDESK_FILES_DIR: \/\S+ can be read$/m, 0],
    [{ BOSSDESK_FILES_DIR: '/no/such/folder' }, /^WRONG {2}BOSSDESK_FILES_DIR: \/no\/such\/folder does not exist/m, 1],
    [{ BOSSDESK_FILES_DIR: process.execPath }, /^WRONG {2}BOSSDESK_FILES_DIR: \S+ is no folder/m, 1],
    [{ BOSSDESK_FILES_DIR: 'files' }, /^WRONG {2}BOSSDESK_FILES_DIR: files is no absolute path/m, 1],
  ])('looks at settings that only some calls use: %j', async (changed, message, code) => {
    const result = await runCommand(['doctor', '--toolsets', 'people'], { env: { ...env, ...changed } });
    expect(result.stdout).toMatch(message);
    expect(result.code).toBe(code);
  });

  it('names the permission that is missing and the toolsets that need it', async () => {
    const { apiKey } = (await control('keys', {
      username: 'aldente',
      permissions: { tickets: ['index', 'show'], account: ['show'] },
    })) as { apiKey: string };
    const { code, stdout } = await runCommand(['doctor', '--toolsets', 'tickets,cmdb'], {
      env: { ...env, BOSSDESK_API_KEY: apiKey },
    });
    expect(stdout).toMatch(/^ok {5}GET \/tickets$/m);
    expect(stdout).toMatch(
      /^WRONG {2}GET \/cis \(toolsets cmdb\): .*this user has no permission.*leave those toolsets out of BOSSDESK_TOOLSETS\.$/m,
    );
    expect(code).toBe(1);
  });

  it('does not mind a reader who has seen enough', async () => {
    const child = spawn(process.execPath, [binPath, 'doctor'], { env: { ...env } });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(stderr).toBe('');
  });

  it('notices a clock that is wrong', async () => {
    await control('faults', [{ path: '/account', headers: { date: new Date(Date.now() - 86_400_000).toUTCString() } }]);
    const { code, stdout } = await runCommand(['doctor'], { env });
    expect(stdout).toMatch(/^WRONG {2}Clock: this machine is 86\d{3} seconds ahead of the server\. Set it/m);
    expect(code).toBe(1);
  });
});

describe('login', () => {
  const credentials = { BOSSDESK_USERNAME: 'jackpot', BOSSDESK_PASSWORD: 'sandbox-password' };

  it('prints the key alone, with user name and password out of the environment', async () => {
    const result = await runCommand(['login'], { env: { BOSSDESK_URL: sandbox.url, ...credentials } });
    expect(result).toEqual({ code: 0, stdout: `${sandbox.apiKey}\n`, stderr: '' });
  });

  it('or from standard input', async () => {
    const result = await runCommand(['login', '--url', sandbox.url], { input: 'jackpot\nsandbox-password\n' });
    expect(result).toEqual({ code: 0, stdout: `${sandbox.apiKey}\n`, stderr: '' });
  });

  it('says what is wrong on stderr', async () => {
    const refused = await runCommand(['login', '--url', sandbox.url], { input: 'jackpot\nhunter2\n' });
    expect(refused).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('refused the user name or password'),
    });
    expect(refused.stderr).not.toContain('hunter2');
    expect(await runCommand(['login', '--url', sandbox.url])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('BOSSDESK_USERNAME'),
    });
    expect(await runCommand(['login'], { env: credentials })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('BOSSDESK_URL is not set'),
    });
  });
});

it('works against an embedded sandbox without an account, and ends with its host', async () => {
  const host = await startHost({ args: ['--sandbox'] });
  const created = await host.call('create_ticket', { title: 'Try', type: 'Incident', priority: 'Low' });
  expect(created.text).toContain('Created ticket 201');
  await host.close();
});
