import { findUnapplied } from './applied.js';

const record = {
  title: 'Mouse',
  description: '<p>rewritten</p>',
  priority: { id: 2, name: 'High' },
  agent: null,
  tags: [{ id: 5 }, { id: 4 }],
  custom_fields: { '49': true, '934': 'old', '950': [36], '951': 1.5, '952': null },
  lock_version: 3,
};

describe('findUnapplied', () => {
  it.each([
    [
      'the same values',
      { title: ' Mouse', priority_id: 2, agent_id: null, tag_ids: [4, 5, 4], custom_fields: { '49': true } },
      [],
    ],
    ['another value', { title: 'Keyboard', priority_id: 3 }, ['title', 'priority_id']],
    ['a reference that stayed empty', { agent_id: 47 }, ['agent_id']],
    ['tags of which one was dropped', { tag_ids: [4, 5, 6] }, ['tag_ids']],
    ['one of several custom fields', { custom_fields: { '49': true, '934': 'new' } }, ['custom_fields']],
    [
      'the same in another form: text, a list of one',
      { custom_fields: { '49': 'true', '950': 36, '951': '1.50', '952': [] } },
      [],
    ],
    ['another option of a list', { custom_fields: { '950': 37 } }, ['custom_fields']],
    ['another number', { custom_fields: { '951': '15' } }, ['custom_fields']],
    ['HTML, which is rewritten, and the version, which counts on', { description: '<p>x</p>', lock_version: 2 }, []],
    ['what the record does not show', { team_id: 9, requester_id: 8 }, []],
  ])('finds in a record with %s', (_, body, fields) => {
    expect(findUnapplied('tickets.update', body, record)).toEqual(fields);
  });

  it('says nothing without a record', () => {
    expect(findUnapplied('tickets.update', { title: 'x' }, undefined)).toEqual([]);
    expect(findUnapplied('tickets.update', { title: 'x' }, {})).toEqual([]);
  });
});
