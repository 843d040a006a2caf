import { renderTicket } from './ticket.js';

type Ticket = Parameters<typeof renderTicket>[0];

const bare = {
  id: 1494,
  friendly_id: 54,
  title: 'Mouse',
  status: 'assigned',
  type: { id: 18, name: 'Incident' },
} as Ticket;
const ticketOf = (fields: object) => ({ ...bare, ...fields });
const BARE = ['title: Mouse', 'status: assigned', 'type: Incident (18)'];
const ROOM = 39_000;
const show = async (page: ReturnType<typeof renderTicket>) => {
  const shown = await page;
  return 'last' in shown ? [`the last is ${shown.last}`] : [...shown.lines];
};
const render = async (fields: object, detail: 'summary' | 'full' = 'summary', page = 1) =>
  (await show(renderTicket(ticketOf(fields), { page, detail, room: ROOM }, []))).slice(page === 1 ? BARE.length : 0);

const al = { id: 47, friendly_id: 2, first_name: 'Al', last_name: 'Dente' };

describe('comments', () => {
  const commentAt = (id: number, hour: number) => ({
    id,
    body: `text ${id}`,
    created_at: `2026-11-24T0${hour}:00:00Z`,
  });

  it('tell who wrote them, who sees them and what is attached', async () => {
    const comments = [
      {
        ...commentAt(1, 8),
        body: '<p>One</p><p>Two</p>',
        is_public: true,
        from_agent: false,
        created_by: al,
        attachments: [{ id: 5, name: 'a\nb.txt', size: 12 }],
      },
    ];
    expect(await render({ comments })).toEqual([
      'comments (1, newest first):',
      '- id 1 | 2026-11-24 08:00Z | Al Dente | public | from agent: no | attachment 5 a b.txt (12 bytes)\n  One\n\n  Two',
    ]);
  });

  it.each([
    [{ is_public: false }, 'private'],
    [{ from_agent: true }, 'from agent: yes'],
    [{ created_by: null, from_agent: null, attachments: null }, undefined],
  ])('tell what is known: %j', async (fields, word) => {
    const [, comment] = await render({ comments: [{ ...commentAt(1, 8), ...fields }] });
    expect(comment).toBe(`- ${['id 1', '2026-11-24 08:00Z', word].filter(Boolean).join(' | ')}\n  text 1`);
  });

  it('come newest first, in whichever order they are answered, and the oldest on the next page', async () => {
    const six = [3, 1, 6, 2, 5, 4].map((hour) => commentAt(hour, hour));
    const [heading, ...shown] = await render({ comments: six });
    expect(heading).toBe('comments (6, 1–5 newest first; page 2 goes on):');
    expect(shown.map((comment) => /id (\d)/.exec(comment)?.[1])).toEqual(['6', '5', '4', '3', '2']);
    expect(await render({ comments: six }, 'summary', 2)).toEqual([
      'comments (6, 6–6 newest first; no more after these):',
      expect.stringContaining('- id 1 | '),
    ]);
    expect((await render({ comments: six }, 'full'))[0]).toBe('comments (6, newest first):');
    expect(six.map(({ id }) => id)).toEqual([3, 1, 6, 2, 5, 4]);
  });

  it.each([
    ['summary', 500],
    ['full', 5000],
  ] as const)('go on in %s after %d letters', async (detail, most) => {
    const of = (length: number, page = 1) =>
      render({ comments: [{ ...commentAt(1, 8), body: `${'x'.repeat(length - 3)}end` }] }, detail, page);
    expect((await of(most)).at(-1)).toBe(`- id 1 | 2026-11-24 08:00Z\n  ${'x'.repeat(most - 3)}end`);
    expect((await of(most + 1)).at(-1)).toBe(
      `- id 1 | 2026-11-24 08:00Z (characters 1–${most} of ${most + 1}; page 2 goes on)\n  ${'x'.repeat(most - 2)}en…`,
    );
    expect(await of(most + 1, 2)).toEqual([
      'comments (1, the rest of those before; no more after these):',
      `- id 1, continued (characters ${most + 1}–${most + 1} of ${most + 1})\n  d`,
    ]);
  });

  it('of the same moment come in the order of their ids, and many files stand before the text', async () => {
    const files = Array.from({ length: 6 }, (_, index) => ({ id: 50 + index, name: 'f', size: 1 }));
    const comments = [commentAt(1, 8), { ...commentAt(3, 8), attachments: files }, commentAt(2, 8)];
    const [, first, ...others] = await render({ comments });
    expect(first).toMatch(/^- id 3 \| 2026-11-24 08:00Z\n {2}attachment 50 f \(1 bytes\)\n.*text 3$/s);
    expect(others.map((comment) => comment.slice(0, 6))).toEqual(['- id 2', '- id 1']);
  });
});
