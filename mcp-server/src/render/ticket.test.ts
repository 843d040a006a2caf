import { renderMyTicket, renderTicket } from './ticket.js';

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
const render = async (fields: object, detail: 'summary' | 'full' = 'summary') =>
  (await renderTicket(ticketOf(fields), detail, [])).slice(BARE.length);

const al = { id: 47, friendly_id: 2, first_name: 'Al', last_name: 'Dente' };

describe('renderTicket', () => {
  it('shows the most important first', async () => {
    const ticket = ticketOf({
      agent: al,
      created_at: '2026-11-21T08:00:00Z',
      updated_at: '2026-11-22T08:00:00Z',
      due_at: '2026-11-23T08:00:00Z',
      closed_at: '2026-11-24T08:00:00Z',
      priority: { id: 983, name: 'High' },
      category: { id: 5, name: 'Hardware' },
      extended_status: { id: 6, name: 'On hold' },
      team: { id: 7, name: 'Desk' },
      requester: { id: 8, friendly_id: 9, username: 'jack', email: 'j@example.com', phone: '', mobile: '123' },
      tags: [
        { id: 10, name: 'VIP' },
        { id: 11, name: 'Loan' },
      ],
      source: 'email',
      problem: { id: 12, friendly_id: 13, title: 'Root' },
      change: { id: 14, friendly_id: 15, title: 'Swap\nit' },
      description: '<p>It is &amp; broken</p><p>badly</p>',
    });
    expect(await renderTicket(ticket, 'summary', ['Cost (2843): 12'])).toEqual([
      ...BARE,
      'agent: Al Dente (47)',
      'created: 2026-11-21 08:00Z',
      'updated: 2026-11-22 08:00Z',
      'due: 2026-11-23 08:00Z',
      'closed: 2026-11-24 08:00Z',
      'priority: High (983)',
      'category: Hardware (5)',
      'extended status: On hold (6)',
      'team: Desk (7)',
      'requester: jack (8), user number 9, j@example.com, 123',
      'tags: VIP (10), Loan (11)',
      'source: email',
      'Cost (2843): 12',
      'problem: 13 Root',
      'change: 15 Swap it',
      'description:\n  It is & broken\n\n  badly',
    ]);
  });

  it('is short for a ticket of which little is known', async () => {
    const nothing = { agent: null, requester: null, problem: null, tags: [], tasks: [], comments: [], description: '' };
    expect(await renderTicket(bare, 'summary', [])).toEqual(BARE);
    expect(await render(nothing)).toEqual([]);
    expect(await render({ ...nothing, tasks: null, comments: null, description: null, cis: null })).toEqual([]);
    expect(await render({ description: '<p> </p>' })).toEqual([]);
  });

  it('names a requester without contact data', async () => {
    expect(await render({ requester: { id: 8, friendly_id: 9, username: 'jack' } })).toEqual([
      'requester: jack (8), user number 9',
    ]);
  });

  it.each([
    ['summary', 1500],
    ['full', 20_000],
  ] as const)('shows as much of a description in %s: %d letters', async (detail, most) => {
    expect(await render({ description: 'x'.repeat(most) }, detail)).toEqual([`description:\n  ${'x'.repeat(most)}`]);
    expect(await render({ description: 'x'.repeat(most + 1) }, detail)).toEqual([
      `description:\n  ${'x'.repeat(most)}… [1 more characters]`,
    ]);
  });
});

describe('what hangs on a ticket', () => {
  it('is one line each', async () => {
    const fields = {
      tasks: [
        {
          id: 1,
          title: 'Buy',
          type: { id: 2, name: 'Purchase' },
          team: { id: 3, name: 'Desk' },
          agent: al,
          due_at: '2026-11-24T08:00:00Z',
          note: '2\nm',
        },
        { id: 4, title: 'Done', closed_at: '2026-11-25T08:00:00Z', due_at: null, note: null },
      ],
      time_entries: [
        { id: 5, date: '2026-11-24', duration: 45, agent: al, billable: true, task: { id: 1 } },
        { id: 6, date: '2026-11-25', duration: 5, agent: null, billable: false, task: null },
      ],
      attachments: [{ id: 7, name: 'a\nb.txt', size: 1500 }],
      approval_requests: [
        { id: 8, status: 'approved', user: al, responded_at: '2026-11-24T08:00:00Z', comment: 'Go\non' },
        { id: 9, status: 'pending', user: null, responded_at: null, comment: null },
      ],
      cis: [
        { id: 10, friendly_id: 15, name: 'BOSS', type: { id: 3, name: 'Desktop' } },
        { id: 11, friendly_id: 16, name: 'Other', type: null },
      ],
    };
    expect(await render(fields)).toEqual([
      'tasks (2):',
      '- id 1 | Buy | open | Purchase (2) | Desk (3) | Al Dente (47) | due 2026-11-24 08:00Z | 2 m',
      '- id 4 | Done | closed 2026-11-25 08:00Z',
      'time entries (2):',
      '- id 5 | 2026-11-24 | 45 minutes | Al Dente (47) | billable | task 1',
      '- id 6 | 2026-11-25 | 5 minutes',
      'attachments (1):',
      '- id 7 | a b.txt | 1.5 kB',
      'approval requests (2):',
      '- id 8 | approved | Al Dente (47) | 2026-11-24 08:00Z | Go on',
      '- id 9 | pending',
      'CIs (2):',
      '- id 10 | number 15 | BOSS | Desktop',
      '- id 11 | number 16 | Other',
    ]);
  });

  it.each([
    ['summary', 5, 5, ''],
    ['summary', 6, 5, ', the last 5'],
    ['full', 1000, 1000, ''],
    ['full', 1001, 1000, ', the last 1000'],
  ] as const)('is cut in %s: of %d the last %d', async (detail, length, shown, omitted) => {
    const attachments = Array.from({ length }, (_, id) => ({ id, name: 'a', size: 1 }));
    const [heading, ...lines] = await render({ attachments }, detail);
    expect(heading).toBe(`attachments (${length}${omitted}):`);
    expect(lines).toHaveLength(shown);
    expect(lines.at(-1)).toBe(`- id ${length - 1} | a | 1 bytes`);
  });

  it('cuts long notes and comments of approvals to 300 letters', async () => {
    const long = 'x'.repeat(301);
    const [, task] = await render({ tasks: [{ id: 1, title: 'a', note: long }] });
    expect(task).toBe(`- id 1 | a | open | ${'x'.repeat(299)}…`);
    const [, approval] = await render({ approval_requests: [{ id: 1, status: 'b', comment: long }] });
    expect(approval).toBe(`- id 1 | b | ${'x'.repeat(299)}…`);
  });

  it('cannot pass for a line of its own', async () => {
    expect(await render({ cis: [{ id: 1, friendly_id: 2, name: 'a\n- id 9', type: null }] })).toEqual([
      'CIs (1):',
      '- id 1 | number 2 | a\n  - id 9',
    ]);
  });
});

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

  it('come newest first, in whichever order they are answered, and the oldest are left out', async () => {
    const six = [3, 1, 6, 2, 5, 4].map((hour) => commentAt(hour, hour));
    const [heading, ...shown] = await render({ comments: six });
    expect(heading).toBe('comments (6, the newest 5; detail "full" has all):');
    expect(shown.map((comment) => /id (\d)/.exec(comment)?.[1])).toEqual(['6', '5', '4', '3', '2']);
    expect((await render({ comments: six }, 'full'))[0]).toBe('comments (6, newest first):');
    expect(six.map(({ id }) => id)).toEqual([3, 1, 6, 2, 5, 4]);
  });

  it.each([
    ['summary', 500],
    ['full', 5000],
  ] as const)('are cut in %s after %d letters', async (detail, most) => {
    const of = async (length: number) =>
      (await render({ comments: [{ ...commentAt(1, 8), body: 'x'.repeat(length) }] }, detail)).at(-1);
    expect((await of(most))?.endsWith(`\n  ${'x'.repeat(most)}`)).toBe(true);
    expect((await of(most + 1))?.endsWith(`\n  ${'x'.repeat(most)}… [1 more characters]`)).toBe(true);
  });
});

describe('renderMyTicket', () => {
  it('shows all that a requester sees', async () => {
    const comments = Array.from({ length: 6 }, (_, id) => ({ id, body: 'x', created_at: '2026-11-24T08:00:00Z' }));
    const attachments = [{ id: 7, name: 'a', size: 1 }];
    const ticket = ticketOf({
      agent: al,
      description: 'y'.repeat(1501),
      attachments,
      comments,
      priority: { id: 1, name: 'High' },
    });
    const lines = await renderMyTicket(ticket);
    expect(lines.slice(0, 8)).toEqual([
      ...BARE,
      'agent: Al Dente (47)',
      `description:\n  ${'y'.repeat(1501)}`,
      'attachments (1):',
      '- id 7 | a | 1 bytes',
      'comments (6, newest first):',
    ]);
    expect(lines).toHaveLength(14);
  });
});
