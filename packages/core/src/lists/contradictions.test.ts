import { getOperation } from '../operations/index.js';
import { readQuery } from '../query/conditions.js';
import type { Row } from '../values/json.js';
import { findContradiction, hiddenAttributes } from './contradictions.js';

const tickets = getOperation('tickets.list');
const mine = getOperation('myTickets.list');
const filterOf = (q: object) => readQuery('tickets.list', q);

describe('findContradiction', () => {
  it.each<[object, Row[], string, string]>([
    [
      { status_eq: 'closed' },
      [
        { id: 1, friendly_id: 14, status: 'closed' },
        { id: 2, friendly_id: 15, status: 'open' },
      ],
      'status_eq',
      'the answer holds number 15, where status is "open"',
    ],
    [{ title_eq: 'a', id_gt: 5 }, [{ id: 5, title: 'a' }], 'id_gt', 'the answer holds id 5, where id is 5'],
    [
      { title_or_source_eq: 'a' },
      [{ id: 5, title: 'b', source: null }],
      'title_or_source_eq',
      'the answer holds id 5, where title is "b" and source is null',
    ],
    [
      { agent_id_not_null: true },
      [{ id: 5, agent: null }],
      'agent_id_not_null',
      'the answer holds id 5, where agent_id is null',
    ],
    [
      { title_and_colour_eq: 'a' },
      [{ id: 5, title: 'b' }],
      'title_and_colour_eq',
      'the answer holds id 5, where title is "b" and colour is null',
    ],
    // Only the group as a whole is broken: no condition of its own is to blame.
    [{ g: [{ title_eq: 'a' }] }, [{ id: 5, title: 'b' }], 'g', 'the answer holds id 5'],
  ])('%j with %j', (q, rows, filter, evidence) => {
    expect(findContradiction(tickets, filterOf(q), rows)).toMatchObject({
      name: 'FilterIgnoredError',
      operation: 'tickets.list',
      filter,
      message: `BOSSDesk ignored the filter ${filter}: ${evidence}`,
    });
  });

  it.each<[object, Row[]]>([
    [{ status_eq: 'open' }, [{ id: 1, status: 'open' }]],
    [{ status_eq: 'open' }, [{ id: 1 }]],
    [{ status_eq: 'open' }, []],
    [{ m: 'or', status_eq: 'open', title_eq: 'a' }, [{ id: 1, status: 'closed', title: 'a' }]],
  ])('%j agrees with %j', (q, rows) => {
    expect(findContradiction(tickets, filterOf(q), rows)).toBeUndefined();
  });

  it('does not go by a status that requesters are shown otherwise', () => {
    const rows = [{ id: 1, status: 'open', title: 'a' }];
    expect(findContradiction(mine, filterOf({ status_eq: 'incoming' }), rows)).toBeUndefined();
    expect(findContradiction(mine, filterOf({ title_eq: 'b' }), rows)).toMatchObject({ filter: 'title_eq' });
    expect(findContradiction(tickets, filterOf({ status_eq: 'incoming' }), rows)).toMatchObject({
      filter: 'status_eq',
    });
  });
});

describe('hiddenAttributes', () => {
  it.each<[object, Row[], string[]]>([
    [{ title_eq: 'a' }, [{ title: 'a' }], []],
    [{ title_eq: 'a', source_eq: 'b' }, [{ title: 'a' }], ['source by source_eq']],
    [{ title_or_source_cont: 'a' }, [{ title: 'a' }], ['source by title_or_source_cont']],
    [{ title_eq: 'a' }, [{ title: 'a' }, {}], ['title by title_eq']],
    [{ g: [{ source_eq: 'a', g: [{ colour_eq: 'b' }] }] }, [{}], ['source by source_eq', 'colour by colour_eq']],
    [{ agent_id_null: true }, [{ agent: null }], []],
  ])('of %j in %j', (q, rows, expected) => {
    const found = hiddenAttributes(tickets, filterOf(q), rows);
    expect(found.map(({ attribute, condition }) => `${attribute} by ${condition.name}`)).toEqual(expected);
  });

  it('are those too that rows show otherwise than filters compare them', () => {
    const rows = [{ status: 'open', title: 'a' }];
    const filter = filterOf({ status_eq: 'open', title_eq: 'a' });
    expect(hiddenAttributes(mine, filter, rows)).toMatchObject([
      { attribute: 'status', condition: { name: 'status_eq' } },
    ]);
    expect(hiddenAttributes(tickets, filter, rows)).toEqual([]);
  });
});
