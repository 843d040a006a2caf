import { connectTo, type Host } from '../mcp/support.js';
import { byId, type Desk, openDesk } from '../n8n/support.js';
import { recordSent } from '../support/requests.js';

// A time in a field, by the same words on both faces: the assistant's on a desk in Eastern Time.

let desk: Desk;
let host: Host;

beforeAll(async () => {
  desk = await openDesk();
  host = await connectTo(desk.sandbox);
});
afterAll(async () => {
  await (host as Host | undefined)?.close();
  await (desk as Desk | undefined)?.close();
});

/** Has both faces write the same, with what they sent. */
const writeBoth = async (
  tool: string,
  args: Readonly<Record<string, unknown>>,
  parameters: Readonly<Record<string, unknown>>,
  timezone?: string,
) => {
  const { result, requests } = await recordSent(desk.sandbox, async () => ({
    reply: await host.call(tool, { ticket_number: 1, ...args }),
    run: await desk.run(
      { operation: 'create', ticketNumber: byId(1), ...parameters },
      timezone === undefined ? {} : { timezone },
    ),
  }));
  return { ...result, requests };
};

describe('a time in a field', () => {
  const due = async (given: string, timezone?: string) => {
    const task = { resource: 'task', title: 'x', additionalFields: { dueAt: given } };
    const { reply, requests } = await writeBoth('add_task', { title: 'x', due_at: given }, task, timezone);
    const sent = requests.flatMap(
      ({ body }) => (body as { readonly task?: { readonly due_at: string } } | null)?.task?.due_at ?? [],
    );
    return { sent, text: reply.text };
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

  const spend = async (date: Readonly<Record<string, string>>, timezone: string) => {
    const entry = { resource: 'timeEntry', duration: 45, date: '', ...date };
    const { reply, requests } = await writeBoth('add_time_entry', { duration: 45, ...date }, entry, timezone);
    const sent = requests.flatMap(
      ({ body }) => (body as { readonly time_entry?: { readonly date: string } } | null)?.time_entry?.date ?? [],
    );
    return { sent, text: reply.text };
  };

  it('for a day is today where none is given', async () => {
    const dayIn = (timeZone: string) =>
      new Intl.DateTimeFormat('en-CA', { timeZone }).format().split('-').reverse().join('-');
    const expected = [dayIn('America/New_York'), dayIn('Pacific/Kiritimati')];
    const { text, sent } = await spend({}, 'Pacific/Kiritimati');
    expect(sent).toEqual(expected);
    expect(text).toMatch(/date: \d{4}-\d{2}-\d{2}\n.*Eastern Time/s);
  });

  it('for a day takes words', async () => {
    const { sent } = await spend({ date: '-400d' }, 'America/New_York');
    const [one, other, ...more] = sent;
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
    const given = { date: '2026-05-25', duration: 45, ...wrong };
    const entry = { resource: 'timeEntry', ...given };
    const { reply, run, requests } = await writeBoth('add_time_entry', given, entry);
    expect(reply.isError).toBe(true);
    expect(reply.text).toContain(words);
    expect(run.node.error?.message).toContain(words);
    expect(requests.map(({ method }) => method)).not.toContain('POST');
  });
});
