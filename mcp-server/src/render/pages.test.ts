import { takePage } from './pages.js';
import { renderTicket } from './ticket.js';

type Ticket = Parameters<typeof renderTicket>[0];

const ROOM = 39_000;
const bare = { id: 1494, friendly_id: 54, title: 'Mouse', status: 'assigned', type: { id: 18, name: 'Incident' } };

describe('a ticket that is long in every part', () => {
  const word = (length: number, end: string) => `${'lorem '.repeat(length / 6)}${end}`;
  const huge = {
    description: `<p>${word(60_000, 'DESCRIPTION-END')}</p>`,
    tasks: Array.from({ length: 80 }, (_, id) => ({ id, title: 'a', note: word(900, `TASK-${id}-END`) })),
    time_entries: Array.from({ length: 300 }, (_, id) => ({ id, date: '2026-11-24', duration: 5 })),
    comments: Array.from({ length: 120 }, (_, id) => ({
      id,
      body: word(id % 40 === 0 ? 30_000 : 900, `COMMENT-${id}-END`),
      created_at: '2026-11-24T08:00:00Z',
    })),
  };
  const customFields = [{ label: 'Story (7)', text: word(30_000, 'CUSTOM-END') }];

  it.each(['summary', 'full'] as const)('is read to its end, each page within its room (%s)', async (detail) => {
    const [all, sizes]: [string[], number[]] = [[], []];
    let silent = 0;
    for (let page = 1; ; page += 1) {
      const shown = await renderTicket({ ...bare, ...huge } as Ticket, { page, detail, room: ROOM }, customFields);
      if ('last' in shown) {
        all.push(`last ${shown.last} of ${page}`);
        break;
      }
      const text = shown.lines.join('\n');
      sizes.push(Buffer.byteLength(JSON.stringify(text)));
      silent += text.includes(`page ${page + 1} goes on`) === shown.more ? 0 : 1;
      all.push(text);
    }
    expect(all.pop()).toBe(`last ${all.length} of ${all.length + 1}`);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(ROOM);
    expect(silent).toBe(0);
    const ends = ['DESCRIPTION', 'CUSTOM'];
    for (let id = 0; id < 120; id += 1) ends.push(`COMMENT-${id}`, ...(id < 80 ? [`TASK-${id}`] : []));
    const whole = all.join('\n');
    expect(ends.filter((end) => whole.split(`${end}-END`).length !== 2)).toEqual([]);
    expect(whole.match(/5 minutes/g)).toHaveLength(300);
    expect(whole.match(/lorem/g)?.length).toBeGreaterThan(
      0.99 * ((60_000 + 30_000 + 80 * 900 + 117 * 900 + 3 * 30_000) / 6),
    );
  });
});

it('ends for whoever gives up while its texts are made, each of which leaves nobody else a turn', async () => {
  const abort = new AbortController();
  let made = 0;
  const text = () => {
    made += 1;
    const since = performance.now();
    while (performance.now() - since < 2);
    return 'x';
  };
  const entries = Array.from({ length: 500 }, (_, index) => ({
    label: `${index}`,
    name: `${index}`,
    separator: ': ',
    text,
  }));
  const wanted = { page: 1, room: 100_000, first: [], signal: abort.signal };
  setTimeout(() => abort.abort(), 20);
  await expect(takePage([{ entries, letters: [100, 100] }], wanted)).rejects.toThrow('aborted');
  expect(made).toBeLessThan(500);
});
