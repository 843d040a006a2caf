import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { binPath } from './support.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ control: true });
});
afterAll(() => sandbox.stop());

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Reply {
  readonly id: unknown;
  readonly result?: { readonly tools?: readonly object[]; readonly content?: readonly { readonly text: string }[] };
  readonly error?: { readonly code: number; readonly message: string };
}

/** A host that writes lines as it likes. */
function start(command: readonly string[] = [process.execPath, binPath]) {
  const [program = '', ...args] = command;
  const env = {
    PATH: process.env['PATH'] ?? '',
    BOSSDESK_URL: sandbox.url,
    BOSSDESK_API_KEY: sandbox.apiKey,
    BOSSDESK_MAX_RETRIES: '0',
  };
  const child = spawn(program, args, { env });
  running.push(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const replies = () =>
    out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Reply);
  const write = (line: string) => void child.stdin.write(`${line}\n`);
  const send = (message: object) => write(JSON.stringify({ jsonrpc: '2.0', ...message }));
  let isOver = false;
  void ended.then(() => (isOver = true));
  const waitFor = async <T>(find: () => T | undefined): Promise<T> => {
    for (;;) {
      const wasOver = isOver;
      const found = find();
      if (found !== undefined) return found;
      // Nothing comes any more; a loop that went on would keep jest from ending.
      if (wasOver) throw new Error(`The server ended before that came. It said: ${err}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const replyTo = (id: unknown) => waitFor(() => replies().find((reply) => reply.id === id));
  const clientInfo = { name: 'x', version: '1' };
  send({ id: 0, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
  return { child, send, write, replyTo, replies, ended, waitFor, stderr: () => err };
}

async function order(...faults: object[]) {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${sandbox.url}/_control/faults`, { method: 'POST', headers, body: JSON.stringify(faults) });
}

const callOf = (name: string, args: object = {}) => ({ method: 'tools/call', params: { name, arguments: args } });
const textOf = ({ result }: Reply) => result?.content?.[0]?.text ?? '';

it('answers what has null where nothing belongs', async () => {
  const { send, replyTo } = start();
  await replyTo(0);
  send({ id: 1, method: 'tools/list', params: null });
  send({ id: 2, method: 'tools/list', params: { _meta: null } });
  send({ id: 3, method: 'tools/call', params: { name: 'get_account', arguments: null } });
  send({ id: 4, method: 'tools/call', params: { name: 'get_account', _meta: null } });
  expect((await replyTo(1)).result?.tools?.length).toBeGreaterThan(10);
  expect((await replyTo(2)).result?.tools?.length).toBeGreaterThan(10);
  expect(textOf(await replyTo(3))).toMatch(/^Account:/);
  expect(textOf(await replyTo(4))).toMatch(/^Account:/);
  send({ id: 5, method: 'tools/call', params: null });
  expect((await replyTo(5)).error?.code).toBe(-32602);
});

it('refuses a message that is too long alone', async () => {
  const { send, write, replyTo, stderr } = start();
  await replyTo(0);
  const long = 'x'.repeat(11_000_000);
  send({ id: 1, ...callOf('search_tickets', { query: long }) });
  write(`{"method":"tools/call","params":{"name":"x","arguments":{"id":7,"a":"${long}"}},"jsonrpc":"2.0","id":"two"}`);
  send({ id: 3, ...callOf('get_account') });
  expect((await replyTo(1)).error?.message).toMatch(/larger than 10 MB/);
  expect((await replyTo('two')).error?.message).toMatch(/larger than 10 MB/);
  expect(textOf(await replyTo(3))).toMatch(/^Account:/);
  expect(stderr().match(/A message of \d+ bytes was refused/g)).toHaveLength(2);
});

it('refuses a message that is nested without end alone, whatever else is in it', async () => {
  const { write, send, replyTo } = start();
  await replyTo(0);
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  write(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_account","arguments":{"x":${deep}}}}`);
  write(
    `{"jsonrpc":"2.0","id":"b","method":"tools/call","params":{"name":"x","_meta":null,"arguments":{"x":${deep}}}}`,
  );
  send({ id: 3, ...callOf('get_account') });
  expect((await replyTo(1)).error?.message).toMatch(/nested more than 100 deep/);
  expect((await replyTo('b')).error?.message).toMatch(/nested more than 100 deep/);
  expect(textOf(await replyTo(3))).toMatch(/^Account:/);
});

it('takes a line that begins with the sign of a text file', async () => {
  const { write, replyTo } = start();
  await replyTo(0);
  write('\uFEFF{"jsonrpc":"2.0","id":1,"method":"ping"}\r');
  expect((await replyTo(1)).result).toEqual({});
});

it.each(['no JSON', '[]', '7', '{}', '{"jsonrpc":"1.0","id":1,"method":"x"}', '{"jsonrpc":"2.0","id":{},"method":7}'])(
  'a bad line, %s, costs one line on stderr',
  async (line) => {
    const { send, write, replyTo, stderr } = start();
    await replyTo(0);
    const before = stderr().split('\n').length;
    write(line);
    write('');
    send({ id: 3, ...callOf('get_account') });
    expect(textOf(await replyTo(3))).toMatch(/^Account:/);
    expect(stderr().split('\n')).toHaveLength(before + 1);
  },
);

it('takes a message that comes in pieces, and several in one', async () => {
  const { child, replyTo } = start();
  await replyTo(0);
  const [one, two] = [1, 2].map((id) => JSON.stringify({ jsonrpc: '2.0', id, ...callOf('get_account') }));
  child.stdin.write(one?.slice(0, 20));
  await new Promise((resolve) => setTimeout(resolve, 50));
  child.stdin.write(`${one?.slice(20)}\n${two}\n`);
  expect(textOf(await replyTo(1))).toMatch(/^Account:/);
  expect(textOf(await replyTo(2))).toMatch(/^Account:/);
});

describe('the end', () => {
  const slow = (delay: number) => order({ path: '/tickets/:friendly_id', method: 'PATCH', delay, times: 1 });
  const update = { id: 1, ...callOf('update_ticket', { ticket_number: 2, title: 'Changed' }) };
  const untilSent = (host: ReturnType<typeof start>) =>
    host.waitFor(() => sandbox.requests.find(({ method }) => method === 'PATCH'));

  beforeEach(() => sandbox.reset());

  it('answers the call that is under way when the input closes', async () => {
    await slow(1000);
    const host = start();
    await host.replyTo(0);
    host.send(update);
    host.child.stdin.end();
    expect(await host.ended).toBe(0);
    expect(textOf(await host.replyTo(1))).toMatch(/^Updated ticket 2/);
  });

  it('answers it after SIGTERM where that takes a moment', async () => {
    await slow(300);
    const host = start();
    await host.replyTo(0);
    host.send(update);
    await host.waitFor(() => (host.stderr().includes('tools on') ? true : undefined));
    await new Promise((resolve) => setTimeout(resolve, 300));
    host.child.kill('SIGTERM');
    await host.ended;
    expect(host.replies().some(({ id }) => id === 1) || host.stderr().includes('update_ticket was under way')).toBe(
      true,
    );
  });

  it('tells on stderr what was sent where it takes longer', async () => {
    await order({ path: '/tickets/:friendly_id', method: 'PATCH', delay: 60_000, times: 1 });
    const host = start();
    await host.replyTo(0);
    host.send(update);
    await untilSent(host).catch(() => undefined);
    const before = Date.now();
    host.child.kill('SIGTERM');
    await host.ended;
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(host.stderr()).toMatch(
      /Stopped while update_ticket was under way\. Sent and not answered: PATCH \/api\/v1\/tickets\/2\. Look whether/,
    );
  });

  it('ends at once where nothing is under way', async () => {
    const host = start();
    await host.replyTo(0);
    host.child.kill('SIGTERM');
    await host.ended;
    expect(host.stderr()).not.toContain('under way');
  });

  it('ends with a wrapper that is killed', async () => {
    const wrap = `exec 3<&0; ${process.execPath} ${binPath} <&3 & echo "server $!" >&2; wait`;
    const host = start(['/bin/sh', '-c', wrap]);
    await host.replyTo(0);
    const pid = Number(/server (\d+)/.exec(host.stderr())?.[1]);
    expect(isAlive(pid)).toBe(true);
    host.child.kill('SIGKILL');
    const before = Date.now();
    await host.waitFor(() => (isAlive(pid) && Date.now() - before < 20_000 ? undefined : true));
    expect(isAlive(pid)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Ended, and not yet asked for by whoever inherited it.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
