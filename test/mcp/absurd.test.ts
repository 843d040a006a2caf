import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { readConfig } from '../../mcp-server/src/config.js';
import { type Connection, createConnection } from '../../mcp-server/src/connection.js';
import { createToolbox, type Toolbox } from '../../mcp-server/src/dispatch.js';
import { createNameMemory } from '../../mcp-server/src/names.js';

let sandbox: Sandbox;
let connection: Connection;
let toolbox: Toolbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  const config = readConfig({
    BOSSDESK_URL: sandbox.url,
    BOSSDESK_API_KEY: sandbox.apiKey,
    BOSSDESK_TOOLSETS: 'all',
  });
  connection = createConnection(config);
  const log = { info: () => undefined, warn: () => undefined };
  const { client: getClient, now, redact } = connection;
  toolbox = createToolbox({ config, getClient, names: createNameMemory(getClient), log, now, redact });
  await call('list_reference_data', { kind: 'tags' });
});
afterAll(async () => {
  await connection.close();
  await sandbox.stop();
});

async function call(tool: string, args: object) {
  const reply = await toolbox.call(tool, args, { signal: new AbortController().signal });
  return { text: reply?.text ?? '', isError: reply?.isError ?? false };
}

/** Processor time, which a busy machine does not stretch. */
async function timeOf(tool: string, args: object) {
  const before = process.cpuUsage();
  const { text, isError } = await call(tool, args);
  const { user, system } = process.cpuUsage(before);
  return { text, isError, ms: (user + system) / 1000 };
}

const nest = (depth: number): object => {
  let filter: object = { title_cont: 'x' };
  for (let index = 0; index < depth; index += 1) filter = { g: [filter] };
  return filter;
};

const many = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => `${index} ${'x'.repeat(length)}`);

const ticket = { title: 'x', type: 'Incident', priority: 'Low' };
const LOST = /has a member __proto__, which names nothing/;
const MB = 'x'.repeat(1_000_000);

it.each<[string, string, object, RegExp]>([
  ['300 unknown tags of 500 letters', 'create_ticket', { ...ticket, tags: many(300, 500) }, /no tag is called/],
  ['300 unknown tags of 50 letters', 'create_ticket', { ...ticket, tags: many(300, 50) }, /no tag is called/],
  ['10,000 tags', 'create_ticket', { ...ticket, tags: many(10_000, 5) }, /^tags: names too many at once/],
  ['10,000 tags in a text', 'create_ticket', { ...ticket, tags: many(10_000, 5).join() }, /^tags: names too many/],
  ['1,000 users', 'create_ci', { name: 'x', users: many(1000, 5) }, /^users: names too many at once/],
  ['filters nested 50 deep', 'search_tickets', { filters: nest(25) }, /filters is nested more than 20 deep/],
  ['filters nested 5,000 deep', 'search_tickets', { filters: nest(2500) }, /filters is nested more than 20 deep/],
  [
    'the same as JSON',
    'search_tickets',
    { filters: `${'{"g":['.repeat(2500)}{}${']}'.repeat(2500)}` },
    /filters is nested more than 20 deep/,
  ],
  [
    '5,000 groups',
    'search_tickets',
    { filters: { g: Array(5000).fill({ agent_id_eq: 'x' }) } },
    /filters holds more than 1000/,
  ],
  ['a filter that objects lose', 'search_tickets', { filters: JSON.parse('{"__proto__":"x"}') as object }, LOST],
  ['the same in a group as JSON', 'search_tickets', { filters: '{"g":[{"__proto__":{"id_eq":1}}]}' }, LOST],
  ['a value that objects lose', 'create_ticket', { ...ticket, custom_fields: '{"__proto__":"x"}' }, LOST],
  ['a filter that every object has', 'search_tickets', { filters: { toString: 1 } }, /^filters\.toString: ends in no/],
  ['a deep custom field', 'create_ticket', { ...ticket, custom_fields: { 1: nest(2500) } }, /custom_fields is nested/],
  ['a deep unknown argument', 'get_account', { x: nest(2500) }, /x is nested more than 20 deep/],
  ['a name of a megabyte', 'create_ticket', { ...ticket, priority: MB }, /no priority is called "x{79}…"/],
  ['a person of a megabyte', 'search_tickets', { agent: MB }, /no agent is called/],
  ['a filter of a megabyte', 'search_tickets', { filters: { agent_id_eq: MB } }, /no agent is called/],
  ['a condition of a megabyte', 'search_tickets', { filters: { [`${MB}_eq`]: 'x' } }, /filter is \d+ characters/],
  [
    'a condition of many attributes',
    'search_tickets',
    { filters: { [`${'a_or_'.repeat(200_000)}b_eq`]: 'x' } },
    /characters long/,
  ],
  ['a query of a megabyte', 'search_tickets', { query: MB }, /the filter is \d+ characters/],
  ['a query of many words', 'search_users', { query: 'x '.repeat(500_000) }, /./],
  ['a status of a megabyte', 'search_tickets', { status: MB }, /there is no status/],
  ['a sort of a megabyte', 'search_tickets', { sort: `id${' '.repeat(1_000_000)}x` }, /sort/],
  ['a kind of a megabyte', 'list_reference_data', { kind: MB }, /takes one of/],
  ['a user of a megabyte', 'get_user', { user_number: MB }, /no user is called/],
  ['a day of a megabyte', 'search_tickets', { updated_since: '1'.repeat(1_000_000) }, /updated_since/],
  [
    'many custom fields',
    'create_ticket',
    { ...ticket, custom_fields: Object.fromEntries(many(2000, 40).map((name) => [name, 1])) },
    /custom_fields/,
  ],
])('%s', async (_, tool, args, says) => {
  const { text, isError, ms } = await timeOf(tool, args);
  expect(text).toMatch(says);
  expect(isError).toBe(true);
  expect(text.length).toBeLessThan(40_000);
  expect(ms).toBeLessThan(1500);
});
