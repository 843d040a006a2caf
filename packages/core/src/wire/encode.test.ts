import { getOperation, operations, type OperationId } from '../operations/index.js';
import { encodeRequest } from './encode.js';

const encode = (id: OperationId, input: Record<string, unknown>) => encodeRequest(getOperation(id), input);
const targetOf = (id: OperationId, input: Record<string, unknown>) => encode(id, input).target.replace('/api/v1', '');

describe('a path', () => {
  it.each([
    ['A/1.2', 'A%2F1%2E2'],
    ['...', '%2E%2E%2E'],
    ['ü ?#%', '%C3%BC%20%3F%23%25'],
    ['\uD83D', '%EF%BF%BD'],
    ['a\0b', 'a%EF%BF%BDb'],
    ['😀', '%F0%9F%98%80'],
    ['[1]', '%5B1%5D'],
  ])('holds %j as %s', (barcode, escaped) => {
    expect(targetOf('cis.getByBarcode', { barcode })).toBe(`/cis/by_barcode/${escaped}`);
  });

  it.each(['.', '..'])('cannot hold %j', (barcode) => {
    expect(() => encode('cis.getByBarcode', { barcode })).toThrow(`barcode: "${barcode}" cannot be sent in a URL`);
  });

  it('holds every parameter', () => {
    expect(targetOf('tasks.close', { friendly_id: 75, id: 15 })).toBe('/tickets/75/tasks/15/close');
  });
});

describe('a query', () => {
  it.each([
    [{}, ''],
    [{ page: 2 }, '?page=2'],
    [{ per_page: 30 }, '?per_page=30'],
    [{ q: { title_eq: 'x' } }, '?q[title_eq]=x'],
    [{ per_page: 5, page: 2, q: { title_eq: 'a&b=c+d[e]' } }, '?page=2&per_page=5&q[title_eq]=a%26b%3Dc%2Bd[e]'],
    [{ q: { title_start: 'x\uDE00y' } }, '?q[title_start]=x%EF%BF%BDy'],
    [{ q: {} }, ''],
  ])('%j', (input, query) => {
    expect(targetOf('tickets.list', input)).toBe(`/tickets${query}`);
  });

  it('takes 8000 characters and not one more', () => {
    const name = 'q[title_eq]=';
    const fitting = { q: { title_eq: 'x'.repeat(8000 - name.length) } };
    expect(targetOf('tickets.list', fitting)).toHaveLength('/tickets?'.length + 8000);
    const tooLong = { q: { title_eq: 'x'.repeat(8001 - name.length) } };
    expect(() => encode('tickets.list', tooLong)).toThrow(
      expect.objectContaining({
        name: 'InvalidInputError',
        operation: 'tickets.list',
        message: 'q: the filter is 8001 characters long, the web server takes about 8000',
        hint: 'Split a long list of values into several calls.',
      }),
    );
  });

  it('counts as it is sent, not as it was written', () => {
    expect(() => encode('tickets.list', { q: { title_eq: 'ü'.repeat(1400) } })).toThrow('8412 characters');
  });
});

describe('a body', () => {
  it.each<[string, OperationId, Record<string, unknown>, unknown]>([
    ['only fields of the body', 'tickets.update', { friendly_id: 75, title: 'x' }, { ticket: { title: 'x' } }],
    [
      'null and empty lists',
      'tickets.update',
      { friendly_id: 75, agent_id: null, tag_ids: [] },
      { ticket: { agent_id: null, tag_ids: [] } },
    ],
    [
      'nothing for undefined',
      'tickets.update',
      { friendly_id: 75, title: 'x', agent_id: undefined },
      { ticket: { title: 'x' } },
    ],
    [
      'a day the other way round',
      'timeEntries.create',
      { friendly_id: 75, date: '2024-02-29', duration: 5 },
      { time_entry: { date: '29-02-2024', duration: 5 } },
    ],
    [
      'a moment in UTC',
      'tasks.update',
      { friendly_id: 75, id: 1, due_at: '2018-11-28T15:00:00+02:00' },
      { task: { due_at: '2018-11-28T13:00:00.000Z' } },
    ],
    ['no moment as null', 'tasks.update', { friendly_id: 75, id: 1, due_at: null }, { task: { due_at: null } }],
    [
      'a text with a date in it as it is',
      'tickets.update',
      { friendly_id: 75, title: '2024-02-29' },
      { ticket: { title: '2024-02-29' } },
    ],
    [
      'no half of an emoji and no NUL, in any text',
      'tickets.update',
      {
        friendly_id: 75,
        title: 'x\uD83D',
        description: '<p>\uDE00\0 😀</p>',
        custom_fields: { 5: ['\uD83D', 'y'], 6: 'a\0' },
      },
      {
        ticket: {
          title: 'x\uFFFD',
          description: '<p>\uFFFD\uFFFD 😀</p>',
          custom_fields: { 5: ['\uFFFD', 'y'], 6: 'a\uFFFD' },
        },
      },
    ],
    ['an empty object without fields', 'tasks.close', { friendly_id: 75, id: 1 }, {}],
    ['an empty object where it takes none', 'tickets.close', { friendly_id: 75 }, {}],
  ])('has %s', (_, id, input, body) => {
    expect(JSON.parse(encode(id, input).body ?? '')).toEqual(body);
  });

  it('goes with each write, except a deletion and a sign-in, and with no read', () => {
    for (const { id, method, path } of operations) {
      const parameters = Array.from(path.matchAll(/:(\w+)/g), ([, name = '']) => [name, 1]);
      const { body, headers, method: sent } = encode(id, Object.fromEntries(parameters));
      const hasBody = (method === 'POST' || method === 'PATCH') && id !== 'sessions.create';
      expect([id, sent, body !== undefined]).toEqual([id, method, hasBody]);
      expect(headers).toEqual({ accept: 'application/json', 'content-type': 'application/json' });
    }
  });
});
