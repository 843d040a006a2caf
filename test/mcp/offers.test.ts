import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { binPath, recordRequests } from './support.js';

let sandbox: Sandbox;
const clients: Client[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ control: true });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await sandbox.stop();
});

type Era = 'legacy' | { pin: string };

async function connect(mode: Era = 'legacy', env: Readonly<Record<string, string>> = {}): Promise<Client> {
  const client = new Client({ name: 'test-host', version: '1.0.0' }, { versionNegotiation: { mode } });
  const settings = { BOSSDESK_URL: sandbox.url, BOSSDESK_API_KEY: sandbox.apiKey, BOSSDESK_MAX_RETRIES: '0', ...env };
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [binPath], env: settings, stderr: 'ignore' }),
  );
  clients.push(client);
  return client;
}

const textOf = ({ contents }: { contents: readonly unknown[] }) => (contents[0] as { text: string }).text;

describe.each<Era>(['legacy', { pin: '2026-07-28' }])('with the protocol %j', (era) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect(era);
  });

  it('offers tickets, CIs and reference data as resources, each described', async () => {
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'bossdesk://tickets/{ticket_number}',
      'bossdesk://cis/{ci_number}',
      'bossdesk://reference/{kind}',
    ]);
    expect(resourceTemplates.every(({ description = '' }) => description.length > 20)).toBe(true);
    expect(textOf(await client.readResource({ uri: 'bossdesk://tickets/1' }))).toContain('Order a black cartridge');
    expect(textOf(await client.readResource({ uri: 'bossdesk://cis/1' }))).toContain('BOSS-1000');
    expect(textOf(await client.readResource({ uri: 'bossdesk://reference/teams' }))).toContain('Hardware Team');
  });

  it.each([
    ['bossdesk://tickets/9999', 'there is no ticket 9999'],
    ['bossdesk://tickets/seven', 'ticket_number'],
    ['bossdesk://reference/teapots', 'kind: takes one of ci_statuses'],
    ['bossdesk://tickets/%E0%A4%A', 'a % that escapes nothing'],
    ['bossdesk://weather/today', 'bossdesk://weather/today'],
  ])('says of %s that it does not exist', async (uri, words) => {
    await expect(client.readResource({ uri })).rejects.toThrow(words);
  });

  it('offers the prompts, each described, about the ticket that was given', async () => {
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual([
      'triage_ticket',
      'summarize_ticket',
      'draft_reply',
      'daily_digest',
    ]);
    expect(prompts.every(({ description = '', title = '' }) => description.length > 20 && title !== '')).toBe(true);
    const { messages } = await client.getPrompt({ name: 'summarize_ticket', arguments: { ticket_number: '#75' } });
    expect(messages).toEqual([
      { role: 'user', content: { type: 'text', text: expect.stringContaining('ticket 75 of the service desk') } },
    ]);
    expect((await client.getPrompt({ name: 'daily_digest' })).messages).toHaveLength(1);
  });

  it.each<Record<string, string>>([{}, { ticket_number: '' }, { ticket_number: 'the printer' }])(
    'refuses a prompt about a ticket with %j',
    async (given) => {
      await expect(client.getPrompt({ name: 'triage_ticket', arguments: given })).rejects.toThrow(/ticket.*e\.g\. 75/);
    },
  );

  it('completes numbers, by titles too, and kinds', async () => {
    const ask = async (uri: string, name: string, value: string) =>
      (await client.complete({ ref: { type: 'ref/resource', uri }, argument: { name, value } })).completion.values;
    const numbers = await ask('bossdesk://tickets/{ticket_number}', 'ticket_number', '19');
    expect(numbers).toEqual(expect.arrayContaining(['19', '190', '199']));
    expect(numbers.every((number) => number.startsWith('19'))).toBe(true);
    expect(await ask('bossdesk://tickets/{ticket_number}', 'ticket_number', 'black and white printer')).toContain('1');
    expect(await ask('bossdesk://cis/{ci_number}', 'ci_number', 'BOSS-1000')).toEqual(['1']);
    expect(await ask('bossdesk://reference/{kind}', 'kind', 'te')).toEqual(['teams']);
    // Nobody types a title that long, and the desk is not asked.
    const { result, requests } = await recordRequests(sandbox, () =>
      ask('bossdesk://tickets/{ticket_number}', 'ticket_number', 'x'.repeat(300)),
    );
    expect({ result, requests }).toEqual({ result: [], requests: [] });
    const prompt = {
      ref: { type: 'ref/prompt' as const, name: 'draft_reply' },
      argument: { name: 'ticket_number', value: '20' },
    };
    expect((await client.complete(prompt)).completion.values).toContain('200');
  });
});

it('offers only what its tools do', async () => {
  const people = await connect('legacy', { BOSSDESK_TOOLSETS: 'cmdb' });
  expect((await people.listResourceTemplates()).resourceTemplates.map(({ name }) => name)).toEqual(['ci']);
  const reading = await connect('legacy', { BOSSDESK_READ_ONLY: '1' });
  const { messages } = await reading.getPrompt({ name: 'draft_reply', arguments: { ticket_number: '75' } });
  expect(JSON.stringify(messages)).not.toContain('add_ticket_comment');
});

it('tells how far a long list was read, to whoever asks', async () => {
  const client = await connect();
  const told: number[] = [];
  const params = { name: 'search_tickets', arguments: { count_by: 'agent' } };
  await client.callTool(params, { onprogress: ({ progress }) => told.push(progress) });
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

it('stops asking BOSSDesk when the host cancels', async () => {
  const slow = [{ path: '/tickets', times: 200, delay: 100 }];
  await fetch(`${sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify(slow) });
  const client = await connect();
  const host = new AbortController();
  const params = { name: 'search_tickets', arguments: { count_by: 'team' } };
  const before = sandbox.requests.length;
  const called = client.callTool(params, { signal: host.signal });
  while (sandbox.requests.length < before + 3) await new Promise((resolve) => setTimeout(resolve, 20));
  host.abort();
  await expect(called).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const after = sandbox.requests.length;
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(sandbox.requests.length).toBe(after);
  expect(after - before).toBeLessThan(20);
  await fetch(`${sandbox.url}/_control/faults`, { method: 'POST', body: '[]' });
});

it('looks for no outcome of a write that the host has cancelled', async () => {
  const slow = [{ path: '/tickets/:friendly_id/comments', method: 'POST', times: 1, delay: 4000 }];
  await fetch(`${sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify(slow) });
  const client = await connect();
  const host = new AbortController();
  const before = sandbox.requests.length;
  const params = { name: 'add_ticket_comment', arguments: { ticket_number: 2, body: 'Hello' } };
  const called = client.callTool(params, { signal: host.signal });
  setTimeout(() => host.abort(), 2000);
  await expect(called).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 3500));
  expect(sandbox.requests.slice(before).map(({ method }) => method)).toEqual(['POST']);
});
