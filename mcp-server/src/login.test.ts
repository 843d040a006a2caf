import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { readConfig } from './config.js';
import { runLogin } from './login.js';

let server: Server;
let signIns: (string | undefined)[];
let status: number;
const written = { stdout: '', stderr: '' };
const ownStdin = process.stdin;

beforeAll(async () => {
  server = createServer(({ headers }, response) => {
    signIns.push(Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString());
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: 1, api_key: 'the-key', permissions: {} }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
  signIns = [];
  status = 200;
  Object.assign(written, { stdout: '', stderr: '' });
  for (const name of ['stdout', 'stderr'] as const) {
    jest.spyOn(process[name], 'write').mockImplementation((chunk) => {
      written[name] += String(chunk);
      return true;
    });
  }
});

afterEach(() => {
  jest.restoreAllMocks();
  Object.defineProperty(process, 'stdin', { value: ownStdin, configurable: true });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Standard input as a pipe, or as a terminal at which somebody types an answer to each question. */
function giveInput(lines: readonly string[], isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input });
  Object.defineProperty(process, 'stdin', { value: input, configurable: true });
  if (!isTTY) input.end(lines.map((line) => `${line}\n`).join(''));
  let answered = 0;
  const typeWhenAsked = () => {
    const questions = written.stderr.split(': ').length - 1;
    if (questions > answered && answered < lines.length) {
      for (const letter of lines[answered] ?? '') input.write(letter);
      input.write('\r');
      answered += 1;
    }
    if (answered < lines.length) setTimeout(typeWhenAsked, 5);
  };
  if (isTTY) typeWhenAsked();
}

function login(environment: Readonly<Record<string, string>> = {}) {
  const { port } = server.address() as AddressInfo;
  return runLogin(readConfig({ BOSSDESK_URL: `http://127.0.0.1:${port}`, ...environment }));
}

describe('at a terminal', () => {
  it('shows what is typed for the name, and nothing of what is typed for the password', async () => {
    giveInput(['jackpot', 'hunter2'], true);
    expect(await login()).toBe(0);
    expect(signIns).toEqual(['jackpot:hunter2']);
    expect(written.stdout).toBe('the-key\n');
    expect(written.stderr).toContain('BOSSDesk user name: ');
    expect(written.stderr).toContain('j');
    expect(written.stderr).toMatch(/Password: \n$/);
    for (const letter of ['h', 'u', 't', '2', '*']) expect(written.stderr.split('Password: ')[1]).not.toContain(letter);
  });

  it('asks only for what the environment lacks', async () => {
    giveInput(['hunter2'], true);
    expect(await login({ BOSSDESK_USERNAME: 'jackpot' })).toBe(0);
    expect(signIns).toEqual(['jackpot:hunter2']);
    expect(written.stderr).toBe('Password: \n');
  });

  it('asks nothing when the environment has both', async () => {
    giveInput([], true);
    expect(await login({ BOSSDESK_USERNAME: 'jackpot', BOSSDESK_PASSWORD: ' pass word ' })).toBe(0);
    expect(signIns).toEqual(['jackpot: pass word ']);
    expect(written.stderr).toBe('');
  });
});

describe('from a pipe', () => {
  it.each([
    [{}, ['jackpot', 'hunter2'], 'jackpot:hunter2'],
    [{}, ['jackpot', ' with blanks ', 'ignored'], 'jackpot: with blanks '],
    [{ BOSSDESK_USERNAME: 'jackpot' }, ['hunter2'], 'jackpot:hunter2'],
    [{ BOSSDESK_PASSWORD: 'hunter2' }, ['jackpot'], 'jackpot:hunter2'],
  ])('with %j takes a line each: %j', async (environment, lines, credential) => {
    giveInput(lines, false);
    expect(await login(environment as Record<string, string>)).toBe(0);
    expect(signIns).toEqual([credential]);
    expect(written).toEqual({ stdout: 'the-key\n', stderr: '' });
  });

  it.each([[[]], [['jackpot']], [['', 'hunter2']], [['jackpot', '']]])('says what is missing: %j', async (lines) => {
    giveInput(lines, false);
    expect(await login()).toBe(1);
    expect(signIns).toEqual([]);
    expect(written.stdout).toBe('');
    expect(written.stderr).toMatch(/^bossdesk-mcp: The user name or the password is missing: set BOSSDESK_USERNAME/);
  });
});

describe('a sign-in that fails', () => {
  it('names the variables to check, whether or not there is a key, and no password', async () => {
    status = 401;
    giveInput(['jackpot', 'hunter2'], false);
    expect(await login({ BOSSDESK_API_KEY: 'old-key' })).toBe(1);
    expect(written.stdout).toBe('');
    expect(written.stderr).toContain('Check BOSSDESK_USERNAME and BOSSDESK_PASSWORD');
    expect(written.stderr).not.toMatch(/hunter2|old-key/);
  });

  it('says what else went wrong', async () => {
    status = 404;
    giveInput(['jackpot', 'hunter2'], false);
    expect(await login({ BOSSDESK_MAX_RETRIES: '0' })).toBe(1);
    expect(written.stderr).toMatch(/^bossdesk-mcp: Could not /);
  });
});
