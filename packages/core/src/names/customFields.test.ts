import { PermissionError, ServerError } from '../errors/index.js';
import type { Row } from '../values/json.js';
import { listCustomFields, resolveCustomFields, unnamedField } from './customFields.js';
import type { NameReader } from './reader.js';

const rows: Row[] = [
  { id: 1, name: 'Cost', owner_class: 'ci', options: [] },
  { id: 2, name: 'Cost', owner_class: 'ticket' },
  { id: 3, name: 'Colour', owner_class: 'ci', ci_type: { id: 9, name: 'Laptop' }, options: null },
  { id: 4, name: 'Colour', owner_class: 'ci', ci_type: { id: 8, name: 'Desktop' } },
  {
    id: 5,
    name: 'Fault',
    owner_class: 'ci',
    options: [
      { id: 51, name: 'Screen' },
      { id: 52, name: 'Keys' },
      { id: 53, name: 'keys' },
      { id: 54, name: '52' },
    ],
  },
  { id: 6, name: '5', owner_class: 'ci' },
  {
    id: 8,
    name: 'Size',
    owner_class: 'ci',
    options: [
      { id: 81, name: 'S, small' },
      { id: 82, name: 'None' },
    ],
  },
  { id: 7, name: 'Team', owner_class: 'ticket', helpdesk_category: { id: 3, name: 'Network' } },
];

function createReader(
  all: NameReader['all'] = () => Promise.resolve(rows),
  others: Partial<NameReader> = {},
): NameReader {
  return { all, find: () => Promise.reject(new Error('custom fields come whole')), ...others };
}

async function resolve(values: Readonly<Record<string, unknown>>, reader = createReader()) {
  const { fields, problems } = await resolveCustomFields(reader, 'ci', values);
  return { values: fields.map(({ field, value }) => [field.id, value]), problems };
}

describe('resolveCustomFields', () => {
  it.each<[string, Record<string, unknown>, unknown[]]>([
    ['a field by its name', { cost: 12.5 }, [[1, 12.5]]],
    ['a field by its id', { '1': 'x' }, [[1, 'x']]],
    ['digits as a name first', { '5': 'x' }, [[6, 'x']]],
    ['an option by its name', { Fault: ' screen ' }, [[5, 51]]],
    ['an option letter for letter first', { Fault: 'keys' }, [[5, 53]]],
    ['an option by its id', { Fault: '51' }, [[5, 51]]],
    ['an option whose name is digits', { Fault: '52' }, [[5, 54]]],
    ['an option as a number', { Fault: 52 }, [[5, 52]]],
    ['several options', { Fault: ['Screen', 53] }, [[5, [51, 53]]]],
    ['several options in a text', { Fault: 'screen, Keys' }, [[5, [51, 52]]]],
    ['several options as JSON', { Fault: '["Screen", 53]' }, [[5, [51, 53]]]],
    ['an option with a comma', { Size: 'S, small' }, [[8, 81]]],
    // An option that is called so is meant; else it empties what is chosen from options, and no text.
    ['none of the options', { Fault: 'None' }, [[5, null]]],
    ['an option called none', { Size: 'none' }, [[8, 82]]],
    ['a text that says none', { Cost: 'none' }, [[1, 'none']]],
    ['no option', { Fault: null }, [[5, null]]],
    ['a blank, which empties', { Fault: ' ' }, [[5, ' ']]],
    ['true', { Cost: true }, [[1, true]]],
    ['nothing', {}, []],
  ])('takes %s', async (_, given, values) => {
    expect(await resolve(given)).toEqual({ values, problems: [] });
  });

  it.each<[Record<string, unknown>, object]>([
    [
      { Colour: 'red' },
      {
        reason: 'ambiguous',
        given: 'Colour',
        candidates: [
          { id: 3, note: 'of Laptop' },
          { id: 4, note: 'of Desktop' },
        ],
      },
    ],
    [{ Colours: 'red' }, { reason: 'unknown', listing: 'close to it', candidates: [{ id: 3 }, { id: 4 }] }],
    [
      { Weight: 5 },
      { reason: 'unknown', noun: 'custom field of CIs', listing: 'there are', candidates: { length: 6 } },
    ],
    // A field of tickets is none of CIs.
    [{ '2': 5 }, { reason: 'unknown', given: '2' }],
    [{ Fault: 'KEYS' }, { reason: 'ambiguous', field: 'custom_fields.Fault', noun: 'option' }],
    [{ Fault: 'Screnn' }, { reason: 'unknown', listing: 'close to it', candidates: [{ id: 51 }] }],
    [{ Fault: '99' }, { reason: 'unknown', given: '99', listing: 'there are' }],
    [{ Fault: ['Screen', 'Lid'] }, { reason: 'unknown', given: 'Lid' }],
    [
      { Cost: 1, '1': 2 },
      { reason: 'twice', given: 'Cost', other: '1', noun: 'field' },
    ],
  ])('has a problem with %j', async (given, problem) => {
    const { problems } = await resolve(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject(problem);
  });

  it('tells all problems at once, and takes the rest', async () => {
    const { values, problems } = await resolve({ Weight: 1, Cost: 2, Fault: 'Lid' });
    expect(values).toEqual([[1, 2]]);
    expect(problems.map(({ given }) => given)).toEqual(['Weight', 'Lid']);
  });

  it('calls them by the class of record that they belong to', async () => {
    const { problems } = await resolveCustomFields(createReader(), 'ticket', { Weight: 1 }, 'the_fields');
    expect(problems).toEqual([
      expect.objectContaining({
        field: 'the_fields',
        noun: 'custom field of tickets',
        candidates: [
          { id: 2, name: 'Cost', options: [] },
          { id: 7, name: 'Team', options: [], note: 'of Network', group: expect.anything() },
        ],
      }),
    ]);
  });

  it('looks once more for a field that a remembered list lacks', async () => {
    let reads = 0;
    const all = () => Promise.resolve((reads += 1) === 1 ? [] : rows);
    expect(await resolve({ Cost: 1 }, createReader(all, { again: () => true }))).toMatchObject({ values: [[1, 1]] });
    reads = 0;
    expect(await resolve({ Cost: 1 }, createReader(all, { again: () => false }))).toMatchObject({ values: [] });
    expect(reads).toBe(1);
    reads = 1;
    await resolve({ Cost: 1 }, createReader(all, { again: () => true }));
    expect(reads).toBe(2);
  });
});

it('empties texts by the word none where a face says so', async () => {
  const { fields } = await resolveCustomFields(createReader(), 'ci', { Cost: ' NONE', Size: 'none' }, undefined, true);
  expect(fields.map(({ value }) => value)).toEqual([null, 82]);
});

describe('a list of fields that may not be read', () => {
  const forbidden = new PermissionError('no', { operation: 'customFields.list', status: 403 });
  const refusing = (error: Error) => createReader(() => Promise.reject(error));

  it('lets ids pass with whatever they hold, and no names', async () => {
    expect(await resolve({ '5': 'Screen', '77': [1] }, refusing(forbidden))).toEqual({
      values: [
        [5, 'Screen'],
        [77, [1]],
      ],
      problems: [],
    });
    await expect(resolve({ '5': 'x', Cost: 1 }, refusing(forbidden))).rejects.toBe(forbidden);
    const broken = new ServerError('down', { operation: 'customFields.list', status: 500 });
    await expect(resolve({ '5': 'x' }, refusing(broken))).rejects.toBe(broken);
  });

  it('is as good as an empty one where names are only shown', async () => {
    expect(await listCustomFields(refusing(forbidden), 'ci')).toEqual([]);
    await expect(listCustomFields(refusing(new TypeError('a fault')), 'ci')).rejects.toThrow('a fault');
    expect((await listCustomFields(createReader(), 'ticket')).map(({ id }) => id)).toEqual([2, 7]);
    expect(unnamedField('77')).toEqual({ id: 77, name: 'field 77', options: [] });
  });
});
