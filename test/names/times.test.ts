import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectTo, type Host } from '../mcp/support.js';
import { byId, type Desk, openDesk } from '../n8n/support.js';

// The same words on both faces: the assistant's on a desk in Eastern Time, the workflow's with its zone set so.

/** Tickets are called by when they were created. */
const created = [
  // The first moment of the 25th in New York, what comes before it, and the last and first around its end.
  '2026-05-25T03:59:59.999Z',
  '2026-05-25T04:00:00.000Z',
  '2026-05-25T19:00:00.000Z',
  '2026-05-26T03:59:59.999Z',
  '2026-05-26T04:00:00.000Z',
  // A day of 23 hours, and one of 25.
  '2026-03-08T04:59:59.000Z',
  '2026-03-08T05:00:00.000Z',
  '2026-03-08T07:30:00.000Z',
  '2026-03-09T03:59:59.000Z',
  '2026-03-09T04:00:00.000Z',
  '2026-11-01T03:59:59.000Z',
  '2026-11-01T04:00:00.000Z',
  '2026-11-01T05:30:00.000Z',
  '2026-11-01T06:30:00.000Z',
  '2026-11-02T04:59:59.000Z',
  '2026-11-02T05:00:00.000Z',
];

let folder: string;
let desk: Desk;
let host: Host;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bossdesk-times-'));
  const data = join(folder, 'desk.json');
  writeFileSync(
    data,
    JSON.stringify({
      account: { time_zone: 'Eastern Time (US & Canada)' },
      tickets: created.map((time, index) => ({
        friendly_id: index + 1,
        title: time,
        created_at: time,
        updated_at: time,
      })),
    }),
  );
  desk = await openDesk({ data, control: true });
  host = await connectTo(desk.sandbox);
});
afterAll(async () => {
  await (host as Host | undefined)?.close();
  await (desk as Desk | undefined)?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  /** What was asked of the desk, without pages and probes. */
  readonly asked: string;
  readonly found: readonly string[];
}

const ofAsked = (wire: readonly string[]): string =>
  wire
    .filter((request) => request.startsWith('GET /tickets') && !request.includes('_not_null'))
    .map((request) =>
      (request.split('?')[1] ?? '')
        .split('&')
        .filter((part) => part.startsWith('q[') && !part.startsWith('q[s]'))
        .join('&'),
    )
    .join(' then ');

const findTitles = (text: string) => created.filter((time) => text.includes(time));

async function askServer(args: Readonly<Record<string, unknown>>): Promise<Answer & { readonly text: string }> {
  const before = desk.sandbox.requests.length;
  const { text } = await host.call('search_tickets', { ...args, limit: 100 });
  const wire = desk.sandbox.requests
    .slice(before)
    .map(({ method, path, query }) => `${method} ${path.replace('/api/v1', '')}?${decodeURIComponent(query)}`);
  return { asked: ofAsked(wire), found: findTitles(text), text };
}

async function askNode(parameters: Readonly<Record<string, unknown>>, timezone = 'America/New_York'): Promise<Answer> {
  const list = { resource: 'ticket', operation: 'getAll', returnAll: true };
  const run = await desk.run({ ...list, ...parameters }, { timezone });
  return { asked: ofAsked(run.wire), found: findTitles(JSON.stringify(run.json)) };
}

const condition = (predicate: string, value: unknown) => ({
  filters: { conditions: [{ field: 'created_at', predicate, value }] },
});

/** From which moment on, and up to which, as numbers of `created`. */
const from = (first: number, last: number) => created.slice(first, last);
const day = from(1, 4);

describe('a filter', () => {
  it.each<[predicate: string, value: string | string[], found: readonly string[]]>([
    ['eq', '2026-05-25', day],
    ['not_eq', '2026-05-25', created.filter((time) => !day.includes(time))],
    ['gteq', '2026-05-25', [...from(1, 5), ...from(10, 16)]],
    ['gt', '2026-05-25', [...from(4, 5), ...from(10, 16)]],
    ['lteq', '2026-05-25', [...from(0, 4), ...from(5, 10)]],
    ['lt', '2026-05-25', [...from(0, 1), ...from(5, 10)]],
    ['in', ['2026-05-25', '2026-03-08'], [...day, ...from(6, 9)]],
    ['not_in', ['2026-05-25', '2026-03-08'], [...from(0, 1), ...from(4, 6), ...from(9, 16)]],
    ['eq', '2026-03-08', from(6, 9)],
    ['eq', '2026-11-01', from(11, 15)],
    ['eq', '2026-05-25 15:00', from(2, 3)],
    ['gteq', '2026-05-25T15:00', [...from(2, 5), ...from(10, 16)]],
    ['lteq', '2026-05-25 15:00', [...from(0, 3), ...from(5, 10)]],
    // Left out by clocks: half an hour past the last moment before.
    ['eq', '2026-03-08 02:30', from(7, 8)],
    // Shown twice: the first time.
    ['eq', '2026-11-01 01:30', from(12, 13)],
    ['eq', '2026-05-25T19:00:00Z', from(2, 3)],
    ['eq', '2026-05-25T21:00:00+02:00', from(2, 3)],
  ])('created_at_%s %j finds the same', async (predicate, value, found) => {
    const server = await askServer({ filters: { [`created_at_${predicate}`]: value } });
    const node = await askNode(condition(predicate, value));
    expect(server.found).toEqual(found);
    expect(node).toEqual({ asked: server.asked, found });
  });

  it('asks for the same in every way that there is', async () => {
    const own = await askServer({ updated_since: '2026-05-25' });
    const free = await askServer({ filters: { updated_at_gteq: '2026-05-25' } });
    const raw = await askNode({ rawQuery: 'q[updated_at_gteq]=2026-05-25' });
    expect([own.asked, free.asked, raw.asked]).toEqual(
      Array.from({ length: 3 }, () => 'q[updated_at_gteq]=2026-05-25T04:00:00.000Z'),
    );
    const group = 'q[m]=or&q[g][0][created_at_eq]=2026-05-25&q[title_eq]=x';
    expect((await askNode({ rawQuery: group })).found).toEqual(day);
  });

  it.each(['today', 'yesterday', '-14d'])('takes %s as the day that it is there', async (word) => {
    const days = { today: 0, yesterday: 1, '-14d': 14 }[word] ?? 0;
    const at = (daysAgo: number) => {
      const noon = new Date(Date.now() - daysAgo * 86_400_000);
      return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(noon);
    };
    const [byWord, byDate] = [
      await askServer({ filters: { created_at_lt: word } }),
      await askServer({ filters: { created_at_lt: at(days) } }),
    ];
    expect(byWord.asked).toBe(byDate.asked);
    expect((await askNode(condition('lt', word))).asked).toBe(byDate.asked);
  });

  it('is read in the zone of the workflow, whatever the account’s is', async () => {
    const { asked } = await askNode(condition('eq', '2026-05-25'), 'Europe/Berlin');
    expect(asked).toBe('q[created_at_gteq]=2026-05-24T22:00:00.000Z&q[created_at_lt]=2026-05-25T22:00:00.000Z');
  });

  it('is refused by both for what is no time', async () => {
    const { text } = await askServer({ filters: { created_at_gteq: 'some week' } });
    expect(text).toContain('filters.created_at_gteq: compares times: write YYYY-MM-DD');
    await expect(askNode(condition('gteq', 'some week'))).rejects.toMatchObject({
      message: expect.stringContaining('(created_at_gteq): compares times'),
    });
  });
});

/** The days of the time entries that were sent. */
const datesSent = (before: number): readonly string[] =>
  desk.sandbox.requests
    .slice(before)
    .flatMap(
      ({ body }) => (body as { readonly time_entry?: { readonly date: string } } | null)?.time_entry?.date ?? [],
    );

describe('a field', () => {
  const due = async (given: string, timezone?: string) => {
    const before = desk.sandbox.requests.length;
    const { text } = await host.call('add_task', { ticket_number: 1, title: 'x', due_at: given });
    const task = { resource: 'task', operation: 'create', ticketNumber: byId(1), title: 'x' };
    await desk.run({ ...task, additionalFields: { dueAt: given } }, timezone === undefined ? {} : { timezone });
    const sent = desk.sandbox.requests
      .slice(before)
      .flatMap(({ body }) => (body as { readonly task?: { readonly due_at: string } } | null)?.task?.due_at ?? []);
    return { sent, text };
  };

  it.each([
    ['2026-06-03 15:00', '2026-06-03T19:00:00.000Z', '2026-06-03 15:00 -04:00'],
    ['2026-12-03T15:00:00', '2026-12-03T20:00:00.000Z', '2026-12-03 15:00 -05:00'],
    ['2026-06-03', '2026-06-04T03:59:59.000Z', '2026-06-03 23:59:59 -04:00'],
    ['2026-03-08 02:30', '2026-03-08T07:30:00.000Z', '2026-03-08 03:30 -04:00'],
    ['2026-11-01 01:30', '2026-11-01T05:30:00.000Z', '2026-11-01 01:30 -04:00'],
    ['2026-06-03T15:00:00+02:00', '2026-06-03T13:00:00.000Z', '2026-06-03 15:00 +02:00'],
  ])('%s is sent as %s and shown as %s', async (given, moment, shown) => {
    const { sent, text } = await due(given);
    expect(sent).toEqual([moment, moment]);
    expect(text.split('\n')).toContain(`due at: ${shown}`);
    // The zone is named where it mattered.
    expect(text.includes("read in the account's: Eastern Time (US & Canada), where it is")).toBe(!given.includes('+'));
  });

  it('is read in the zone of the workflow', async () => {
    expect((await due('2026-06-03 15:00', 'Asia/Tokyo')).sent).toEqual([
      '2026-06-03T19:00:00.000Z',
      '2026-06-03T06:00:00.000Z',
    ]);
  });

  it('for a day is today where none is given', async () => {
    const before = desk.sandbox.requests.length;
    const dayIn = (timeZone: string) =>
      new Intl.DateTimeFormat('en-CA', { timeZone }).format().split('-').reverse().join('-');
    const expected = [dayIn('America/New_York'), dayIn('Pacific/Kiritimati')];
    const { text } = await host.call('add_time_entry', { ticket_number: 1, duration: 45 });
    const entry = { resource: 'timeEntry', operation: 'create', ticketNumber: byId(1), date: '', duration: 45 };
    await desk.run(entry, { timezone: 'Pacific/Kiritimati' });
    const sent = datesSent(before);
    expect(sent).toEqual(expected);
    expect(text).toMatch(/date: \d{4}-\d{2}-\d{2}\n.*Eastern Time/s);
  });

  it('for a day takes words', async () => {
    const before = desk.sandbox.requests.length;
    await host.call('add_time_entry', { ticket_number: 1, duration: 45, date: '-400d' });
    const entry = { resource: 'timeEntry', operation: 'create', ticketNumber: byId(1), date: '-400d', duration: 45 };
    await desk.run(entry, { timezone: 'America/New_York' });
    const [one, other, ...more] = datesSent(before);
    expect(one).toMatch(/^\d\d-\d\d-20\d\d$/);
    expect([other, ...more]).toEqual([one]);
  });

  it.each([
    [{ date: '31/12/2026' }, 'takes a day of the calendar as YYYY-MM-DD, not the text "31/12/2026"'],
    [{ date: '2999-01-01' }, 'lies more than 10 years ahead: 2999-01-01; is the year right?'],
    [{ date: '1026-05-25' }, 'lies more than 20 years back: 1026-05-25; is the year right?'],
    [{ date: '-9999d' }, 'lies more than 20 years back'],
    [{ duration: 1_000_000_000 }, 'must be 10080 or less, not 1000000000'],
  ])('%j is refused by both before a request', async (wrong, words) => {
    const before = desk.sandbox.requests.length;
    const given = { date: '2026-05-25', duration: 45, ...wrong };
    const reply = await host.call('add_time_entry', { ticket_number: 1, ...given });
    const entry = { resource: 'timeEntry', operation: 'create', ticketNumber: byId(1) };
    const run = await desk.run({ ...entry, ...given });
    expect(reply.isError).toBe(true);
    expect(reply.text).toContain(words);
    expect(run.node.error?.message).toContain(words);
    expect(desk.sandbox.requests.slice(before).map(({ method }) => method)).not.toContain('POST');
  });
});
