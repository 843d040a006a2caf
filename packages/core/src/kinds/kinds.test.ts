import { getOperation, type OperationId } from '../operations/index.js';
import { findFilter, findKinds, getKind, readerOf, rowKindsOf, simpleFieldsOf, simpleFieldsOfWhole } from './index.js';
import { describeTarget, parameterName, pathParametersOf } from './parameters.js';
import { byPerson, similarAgents, similarPeople } from './people.js';
import { byName, byTitle, similarNames } from './searches.js';

describe('a path', () => {
  it.each<[OperationId, [string, string, string][]]>([
    ['tickets.get', [['friendly_id', 'tickets', 'ticket_number']]],
    ['myTickets.get', [['friendly_id', 'my_tickets', 'ticket_number']]],
    ['cis.get', [['friendly_id', 'cis', 'ci_number']]],
    ['cis.getByBarcode', [['barcode', 'cis', 'barcode']]],
    ['savedSearches.run', [['id', 'searches', 'search_id']]],
    [
      'timeEntries.update',
      [
        ['friendly_id', 'tickets', 'ticket_number'],
        ['id', 'time_entries', 'time_entry_id'],
      ],
    ],
    [
      'attachments.getFromMyTicketComment',
      [
        ['friendly_id', 'my_tickets', 'ticket_number'],
        ['comment_id', 'comments', 'comment_id'],
        ['id', 'attachments', 'attachment_id'],
      ],
    ],
    ['tickets.list', []],
  ])('of %s names %j', (id, expected) => {
    const operation = getOperation(id);
    const found = pathParametersOf(operation);
    expect(found.map(({ parameter, kind }) => [parameter, kind, parameterName(operation, parameter)])).toEqual(
      expected,
    );
  });

  it('leaves what is no parameter of it as it is', () => {
    expect(parameterName(getOperation('tickets.get'), 'id')).toBe('id');
    expect(parameterName(getOperation('tickets.list'), 'friendly_id')).toBe('friendly_id');
  });

  it.each<[OperationId, Record<string, unknown>, string]>([
    ['tasks.close', { friendly_id: 75, id: 15 }, 'task 15 of ticket 75'],
    ['tasks.close', { friendly_id: '75' }, 'task ? of ticket 75'],
    ['cis.getByBarcode', { barcode: 'A/1' }, 'CI with barcode A/1'],
    ['tickets.get', { friendly_id: {} }, 'ticket ?'],
    ['tickets.list', {}, ''],
  ])('of %s with %j is about %j', (id, input, target) => {
    expect(describeTarget(getOperation(id), input)).toBe(target);
  });
});

const NAMES = 'first_name_or_last_name_or_username_or_email_cont';

describe('looking for people', () => {
  it.each([
    ['foley', { [NAMES]: 'foley' }],
    ['al@example.com', { [NAMES]: 'al@example.com' }],
    ['Foley,  Axel', { g: [{ [NAMES]: 'Foley' }, { [NAMES]: 'Axel' }] }],
    ['foley ', { [NAMES]: 'foley ' }],
    [' , ', { [NAMES]: ' , ' }],
  ])('%j', (text, query) => {
    expect(byPerson(text)).toEqual(query);
  });

  it.each([
    ['foley', [{ g: [{ [NAMES]: 'foley' }] }]],
    [
      'axel.foley@example.com',
      [{ g: [{ [NAMES]: 'axel' }, { [NAMES]: 'foley' }] }, { [`${NAMES}_any`]: ['axel', 'foley'] }],
    ],
    ['A. Foley', [{ g: [{ [NAMES]: 'Foley' }] }]],
    ['A', []],
    ['@example.com', []],
    [
      'one two three four five',
      [
        { g: ['one', 'two', 'three', 'four'].map((word) => ({ [NAMES]: word })) },
        { [`${NAMES}_any`]: ['one', 'two', 'three', 'four'] },
      ],
    ],
  ])('like %j', (text, queries) => {
    expect(similarPeople(text)).toEqual(queries);
    expect(similarAgents(text)).toEqual([...queries, {}]);
  });
});

describe('looking for names', () => {
  it.each([
    ['BOSS Inc.', [{ name_cont: 'BOSS' }, { name_cont: 'Inc.' }, {}]],
    ['a gerlach-metz computers', [{ name_cont: 'gerlach-metz' }, { name_cont: 'computers' }, {}]],
    ['', [{}]],
    [' ', [{}]],
  ])('like %j', (text, queries) => {
    expect(similarNames(text)).toEqual(queries);
    expect(byName(text)).toEqual({ name_cont: text });
    expect(byTitle(text)).toEqual({ title_cont: text });
  });
});

describe('what is known of a kind', () => {
  it('is the operation that reads a whole record', () => {
    expect(readerOf(getOperation('tickets.update'))).toBe('tickets.get');
    expect(readerOf(getOperation('tasks.update'))).toBeUndefined();
    expect(getKind('agents').noun).toBe('agent');
  });

  it('are the attributes that its records can be filtered by', () => {
    expect(findFilter('tickets', 'agent_id')).toEqual({
      attribute: 'agent_id',
      type: 'id',
      references: 'agents',
      nullable: true,
    });
    expect(findFilter('tickets', 'agnt_id')).toBeUndefined();
    expect(findFilter('tasks', 'id')).toBeUndefined();
  });

  it('are the fields that remain of it simplified: of a row, of the whole, of rows of several kinds', () => {
    expect(simpleFieldsOf(getOperation('tickets.list'))).toContain('due_at');
    expect(simpleFieldsOf(getOperation('tickets.list'))).not.toContain('description');
    expect(simpleFieldsOf(getOperation('tickets.get'))).toContain('description');
    expect(simpleFieldsOfWhole(getOperation('tickets.list'))).toContain('description');
    expect(simpleFieldsOf(getOperation('teams.list'))).toBeUndefined();
    expect(rowKindsOf(getOperation('savedSearches.run'))).toHaveLength(2);
    expect(simpleFieldsOf(getOperation('savedSearches.run'))).toEqual(expect.arrayContaining(['title', 'alias']));
    expect(rowKindsOf(getOperation('tickets.list'))).toEqual(['tickets']);
  });

  it('is found by what it has', () => {
    expect(findKinds(({ partOf }) => partOf !== undefined)).toEqual(['comments', 'tasks', 'time_entries']);
  });
});
