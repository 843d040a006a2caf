import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { spawn } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import { openHost } from './inProcess.js';
import { readCases } from './cases/reading.js';
import { deleteCases, recordCases } from './cases/records.js';
import { ticketCases } from './cases/ticketWork.js';
import { binPath, runCommand, startHost } from './support.js';
import { findLeak, KEY, type LeakyDesk, openLeakyDesk, PASSWORD, shapes, USERNAME } from '../support/canary.js';

let desk: LeakyDesk;
let sandbox: Sandbox;
beforeAll(async () => {
  [desk, sandbox] = [await openLeakyDesk(), await startSandbox()];
});
afterAll(async () => {
  await desk.close();
  await sandbox.stop();
});

const ids = (value: object) => JSON.parse(JSON.stringify(value).replace(/"(?:TASK|ENTRY|NOTE|GROUP)"/g, '1')) as object;

const calls: readonly (readonly [string, object])[] = [
  ...Object.entries({ ...readCases, ...ticketCases, ...recordCases, ...deleteCases }).map(
    ([tool, [first]]) => [tool, ids(first?.args ?? {})] as const,
  ),
  ['get_attachment', { attachment_id: 1, ticket_number: 1 }],
  ['upload_ci_attachment', { ci_number: 1, content_base64: 'YQ==', file_name: 'a.txt' }],
  ['update_ci_attachment', { ci_number: 1, attachment_id: 1, description: 'x' }],
  ['delete_ci_attachment', { ci_number: 1, attachment_id: 1, confirm: true }],
];

const login = { BOSSDESK_USERNAME: USERNAME, BOSSDESK_PASSWORD: PASSWORD };
const limits = { BOSSDESK_MAX_RETRIES: '0', BOSSDESK_TOOLSETS: 'all', BOSSDESK_DESTRUCTIVE: 'allow', BOSSDESK_ME: '1' };

/** Names can be looked up, as far as that is what a list is read for. */
const lookups =
  /^\/api\/v1\/(?:ci_statuses|ci_types|custom_fields|groups|helpdesk_\w+|locations|manufacturers|searches|tags|task_types|teams|ticket_types|users)\b(?!\/)/;

describe.each([
  ['a desk that always fails', false],
  ['a desk whose names can be read', true],
])('%s', (_, isNamed) => {
  it.each(Object.keys(shapes))('%s: no tool tells a secret', async (shape) => {
    desk.answer = shape;
    desk.signsIn = true;
    const isThrough = ({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>) =>
      isNamed && method === 'GET' && lookups.test(url) ? sandbox.url : undefined;
    desk.through = isThrough;
    const host = openHost({ env: { BOSSDESK_URL: desk.url, ...login, ...limits } });
    const told = await Promise.all(
      calls.map(async ([tool, args]) => ({ tool, ...(await host.call(tool, { ...args })) })),
    );
    await host.close();
    expect(told.filter(({ isError }) => isError).length).toBeGreaterThan(calls.length / 3);
    const leaks = told.map(({ tool, text, structured }) => [
      tool,
      findLeak(`${text} ${JSON.stringify(structured)}`, 'key', 'login'),
    ]);
    expect(leaks.filter(([, leak]) => leak !== undefined)).toEqual([]);
  });
});

it('keeps secrets out of stderr and of the protocol', async () => {
  desk.answer = 'a page as JSON';
  desk.signsIn = false;
  delete desk.through;
  const child = spawn(process.execPath, [binPath], {
    env: { BOSSDESK_URL: desk.url, BOSSDESK_API_KEY: ` Token token="${KEY}" `, BOSSDESK_MAX_RETRIES: '0' },
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const clientInfo = { name: 'x', version: '1' };
  send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
  send({ id: 2, method: 'tools/call', params: { name: 'get_account', arguments: { note: KEY } } });
  child.stdin.write(`${KEY} is no JSON\n`);
  while (!out.includes('"id":2')) await new Promise((done) => setTimeout(done, 50));
  child.stdin.end();
  await new Promise((done) => child.once('close', done));
  expect(out).toContain('the answer is not a JSON record');
  expect(findLeak(out, 'key')).toBeUndefined();
});

it.each(['an error in words', 'a page as JSON', 'a request id', 'a redirect to a host'])(
  '%s: doctor and login tell no secret',
  async (shape) => {
    desk.answer = shape;
    const env = { BOSSDESK_URL: desk.url, BOSSDESK_MAX_RETRIES: '0' };
    const [doctor, signIn] = await Promise.all([
      runCommand(['doctor'], { env: { ...env, BOSSDESK_API_KEY: KEY } }),
      runCommand(['login'], { env, input: `${USERNAME}\n${PASSWORD}\n` }),
    ]);
    expect([doctor.code, signIn.code]).toEqual([1, 1]);
    expect(findLeak(doctor.stdout + doctor.stderr, 'key')).toBeUndefined();
    expect(findLeak(signIn.stdout + signIn.stderr, 'login')).toBeUndefined();
  },
);

it('takes a key as people paste it', async () => {
  const host = await startHost({
    env: { BOSSDESK_URL: sandbox.url, BOSSDESK_API_KEY: `Authorization: Token token="${sandbox.apiKey}"` },
  });
  expect((await host.call('get_account')).isError).toBe(false);
  await host.close();
});

it.each([
  ['given', () => ({ BOSSDESK_API_KEY: sandbox.apiKey })],
  ['fetched by a login', () => ({ BOSSDESK_USERNAME: 'jackpot', BOSSDESK_PASSWORD: 'sandbox-password' })],
] as const)('blots the key out of what a ticket says, where it was %s', async (_, signIn) => {
  const host = await startHost({ env: { BOSSDESK_URL: sandbox.url, ...signIn() } });
  const comment = { ticket_number: 1, body: `My key is ${sandbox.apiKey}, keep it` };
  expect((await host.call('add_ticket_comment', comment)).isError).toBe(false);
  const { text } = await host.call('get_ticket', { ticket_number: 1 });
  await host.close();
  expect(text).toContain('My key is [secret], keep it');
  expect(text).not.toContain(sandbox.apiKey);
});
