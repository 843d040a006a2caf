import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectTo, type Host, recordRequests } from '../mcp/support.js';
import { type Desk, openDesk } from '../n8n/support.js';

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
  const { result, requests } = await recordRequests(desk.sandbox, () =>
    host.call('search_tickets', { ...args, limit: 100 }),
  );
  const wire = requests.map(({ request }) => request);
  return { asked: ofAsked(wire), found: findTitles(result.text), text: result.text };
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
