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
const ROOM = 39_000;
const show = async (page: ReturnType<typeof renderTicket>) => {
  const shown = await page;
  return 'last' in shown ? [`the last is ${shown.last}`] : [...shown.lines];
};
const render = async (fields: object, detail: 'summary' | 'full' = 'summary', page = 1) =>
  (await show(renderTicket(ticketOf(fields), { page, detail, room: ROOM }, []))).slice(page === 1 ? BARE.length : 0);

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
    const options = { page: 1, detail: 'summary', room: ROOM } as const;
    expect(await show(renderTicket(ticket, options, [{ label: 'Cost (2843)', text: '12' }]))).toEqual([
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
      'problem: 13 Root',
      'change: 15 Swap it',
      'Cost (2843): 12',
      'description:\n  It is & broken\n\n  badly',
    ]);
  });

  it('is short for a ticket of which little is known', async () => {
    const nothing = { agent: null, requester: null, problem: null, tags: [], tasks: [], comments: [], description: '' };
    expect(await show(renderTicket(bare, { page: 1, detail: 'summary', room: ROOM }, []))).toEqual(BARE);
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
    expect(await render({ description: `${'x'.repeat(most)}y` }, detail)).toEqual([
      `description (characters 1–${most} of ${most + 1}; page 2 goes on):\n  ${'x'.repeat(most)}…`,
    ]);
    expect(await render({ description: `${'x'.repeat(most)}y` }, detail, 2)).toEqual([
      `description, continued (characters ${most + 1}–${most + 1} of ${most + 1}):\n  y`,
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

  const attachmentsOf = (length: number) =>
    Array.from({ length }, (_, index) => ({ id: index + 1, name: 'a', size: 1 }));

  it.each([
    ['summary', 5, 1, 'attachments (5):', 1, 5],
    ['summary', 12, 1, 'attachments (12, 1–5; page 2 goes on):', 1, 5],
    ['summary', 12, 2, 'attachments (12, 6–12; no more after these):', 6, 12],
    ['full', 1000, 1, 'attachments (1000):', 1, 1000],
    ['full', 5000, 1, 'attachments (5000, 1–1597; page 2 goes on):', 1, 1597],
    ['full', 5000, 2, 'attachments (5000, 1598–3152; page 3 goes on):', 1598, 3152],
    ['full', 5000, 4, 'attachments (5000, 4708–5000; no more after these):', 4708, 5000],
  ] as const)('is shown in %s of %d on page %d', async (detail, length, page, heading, from, to) => {
    const [shown, ...lines] = await render({ attachments: attachmentsOf(length) }, detail, page);
    expect(shown).toBe(heading);
    expect(lines).toHaveLength(to - from + 1);
    expect(lines.at(0)).toBe(`- id ${from} | a | 1 bytes`);
    expect(lines.at(-1)).toBe(`- id ${to} | a | 1 bytes`);
  });

  it('says which page is the last', async () => {
    expect(await render({ attachments: attachmentsOf(12) }, 'summary', 3)).toEqual(['the last is 2']);
    expect(await render({}, 'summary', 2)).toEqual(['the last is 1']);
  });

  it('goes on with long notes and comments of approvals', async () => {
    const long = `${'x'.repeat(500)}y\nz`;
    const tasks = [{ id: 1, title: 'a', note: long }];
    const [, task] = await render({ tasks });
    expect(task).toBe(`- id 1 | a | open (characters 1–500 of 503; page 2 goes on) | ${'x'.repeat(500)}…`);
    expect(await render({ tasks }, 'summary', 2)).toEqual([
      'tasks (1, the rest of those before; no more after these):',
      '- id 1, continued (characters 501–503 of 503) | y z',
    ]);
    const [, approval] = await render({ approval_requests: [{ id: 1, status: 'b', comment: long }] }, 'full');
    expect(approval).toBe(`- id 1 | b | ${'x'.repeat(500)}y z`);
  });

  it('cannot pass for a line of its own', async () => {
    expect(await render({ cis: [{ id: 1, friendly_id: 2, name: 'a\n- id 9', type: null }] })).toEqual([
      'CIs (1):',
      '- id 1 | number 2 | a\n  - id 9',
    ]);
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
    const lines = await show(renderMyTicket(ticket, { page: 1, room: ROOM }));
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
