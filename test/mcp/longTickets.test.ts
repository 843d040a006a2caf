import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host } from './support.js';

const MAX_BYTES = 40_000;

let sandbox: Sandbox;
let host: Host;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 10 });
  host = await connectTo(sandbox, { args: ['--toolsets', 'all'] });
});
afterAll(async () => {
  await host.close();
  await sandbox.stop();
});

async function post(path: string, body: unknown): Promise<Record<string, number>> {
  const response = await fetch(`${sandbox.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Token token="${sandbox.apiKey}"`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as Record<string, number>;
}

const inner = (text: string) => text.replaceAll(/<\/?untrusted-data-\w+>/g, '');

/** All pages, as a model reads them that goes on until it is told that nothing is left. */
async function readToEnd(tool: string, args: Readonly<Record<string, unknown>>): Promise<string[]> {
  const pages: string[] = [];
  for (let page = 1; ; page += 1) {
    const { text } = await host.call(tool, page === 1 ? args : { ...args, page });
    expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(MAX_BYTES);
    pages.push(inner(text));
    if (!text.includes(`\nPage ${page + 1} goes on`)) return pages;
  }
}

it.each([
  ['get_ticket', {}],
  ['get_ticket', { detail: 'full' }],
])('%s %j reads a ticket of 120 comments and 200 kB to its first comment and last word', async (tool, args) => {
  const { friendly_id: ticket_number } = await post('/tickets', {
    ticket: {
      title: 'Long',
      description: `<p>${'word '.repeat(40_000)}LAST WORDS</p>`,
      type_id: 11001,
      priority_id: 12003,
    },
  });
  const ids: number[] = [];
  for (let index = 0; index < 120; index += 1) {
    const body = `<p>comment ${index} ${'text '.repeat(index % 20 === 0 ? 3000 : 200)}END ${index}.</p>`;
    const { id } = await post(`/tickets/${String(ticket_number)}/comments`, { comment: { body, is_public: true } });
    ids.push(Number(id));
  }
  const pages = await readToEnd(tool, { ticket_number, ...args });
  console.info(`${tool} ${JSON.stringify(args)}: ${pages.length} calls`);
  const whole = pages.join('\n');
  expect(ids.filter((id) => !whole.includes(`- id ${id} | `))).toEqual([]);
  expect(ids.filter((_, index) => !whole.includes(`END ${index}.`))).toEqual([]);
  expect(whole).toContain('LAST WORDS');
  expect(whole.match(/word/g)?.length).toBeGreaterThanOrEqual(39_980);
  expect(pages[0]).toMatch(/\ndescription \(characters 1–\d+ of 200010; page 2 goes on\):\n/);
  expect(pages[0]).toMatch(/\ncomments \(120, 1–\d+ newest first; page 2 goes on\):\n/);
  expect(pages[1]).toMatch(/^Ticket \d+ \(id \d+, lock_version \d+\), page 2\.\n/);

  const beyond = await host.call(tool, { ticket_number, ...args, page: pages.length + 1 });
  expect(beyond).toMatchObject({
    isError: false,
    text: expect.stringMatching(`has ${pages.length} pages: there is no page ${pages.length + 1}\\.$`),
  });
});

it('get_my_ticket reads a ticket to its end', async () => {
  const { friendly_id: ticket_number } = await post('/my/tickets', {
    ticket: { title: 'Long', description: `${'word '.repeat(20_000)}LAST WORDS`, type_id: 11001 },
  });
  for (let index = 0; index < 30; index += 1) {
    await post(`/my/tickets/${String(ticket_number)}/comments`, {
      comment: { body: `comment ${index} ${'text '.repeat(500)}END ${index}.` },
    });
  }
  const pages = await readToEnd('get_my_ticket', { ticket_number });
  const whole = pages.join('\n');
  expect(whole).toContain('LAST WORDS');
  for (let index = 0; index < 30; index += 1) expect(whole).toContain(`END ${index}.`);
  expect((await host.call('get_my_ticket', { ticket_number, page: 99 })).text).toMatch(
    new RegExp(`has ${pages.length} pages: there is no page 99\\.$`),
  );
});

it('shows all of a custom text', async () => {
  const story = `${'story '.repeat(5000)}THE END`;
  const { structured } = await host.call('create_ticket', {
    title: 'Custom',
    type: 'Incident',
    priority: 'Low',
    custom_fields: { 'Asset Tag': story },
  });
  const pages = await readToEnd('get_ticket', structured as Record<string, unknown>);
  expect(pages[0]).toMatch(/^Asset Tag \(\d+\) \(characters 1–500 of 30007; page 2 goes on\): story/m);
  expect(pages.join('\n')).toContain('THE END');
});
