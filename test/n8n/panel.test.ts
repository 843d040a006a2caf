import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { loadPackages } from '../support/n8n/packages.js';

/** What the node offers, as saved workflows and people know it: changing it breaks somebody's workflow. */
const surface: Record<string, readonly string[]> = {
  account: ['get'],
  attachment: ['delete', 'get', 'getAll', 'update', 'upload'],
  ci: ['count', 'create', 'delete', 'get', 'getAll', 'getByBarcode', 'update', 'upsert'],
  ciNote: ['create', 'delete', 'update'],
  myTicket: ['addComment', 'create', 'get', 'getAll', 'reopen'],
  reference: ['getAll'],
  savedSearch: ['getAll', 'run'],
  task: ['close', 'create', 'delete', 'getAll', 'reopen', 'update'],
  ticket: ['addComment', 'close', 'count', 'create', 'get', 'getAll', 'reopen', 'update', 'upsert'],
  timeEntry: ['create', 'delete', 'getAll', 'update'],
  user: ['count', 'create', 'get', 'getAll', 'update', 'upsert'],
};

let description: INodeTypeDescription;
let methods: Record<string, Record<string, unknown> | undefined>;
beforeAll(async () => {
  const { nodeTypes } = await loadPackages();
  const node = nodeTypes.getByNameAndVersion('n8n-nodes-bossdesk.bossDesk', 1);
  description = node.description;
  methods = node.methods as typeof methods;
});

const valuesOf = (property: INodeProperties | undefined) =>
  (property?.options ?? []).map((option) => ('value' in option ? String(option.value) : '')).sort();

const shownFor = (resource: string, operation: string) =>
  description.properties.filter(({ displayOptions }) => {
    const { resource: resources = [], operation: operations = [] } = displayOptions?.show ?? {};
    return resources.includes(resource) && operations.includes(operation);
  });

const find = (resource: string, operation: string, name: string) =>
  shownFor(resource, operation).find((property) => property.name === name);

/** Parameters with those inside collections. */
const flatten = (properties: readonly INodeProperties[]): INodeProperties[] =>
  properties.flatMap((property) => [
    property,
    ...flatten(
      (property.options ?? []).flatMap((option) =>
        'values' in option ? option.values : 'type' in option ? [option] : [],
      ),
    ),
  ]);

it('offers the resources and operations of the surface', () => {
  const resource = description.properties.find(({ name }) => name === 'resource');
  expect(valuesOf(resource)).toEqual(Object.keys(surface));
  const operations = description.properties.filter(({ name }) => name === 'operation');
  const offered = operations.map((property) => [property.displayOptions?.show?.['resource']?.[0], valuesOf(property)]);
  expect(Object.fromEntries(offered)).toEqual(surface);
});

it('picks tickets, CIs and users from a list or by number', () => {
  for (const [resource, operation, name] of [
    ['ticket', 'get', 'ticketNumber'],
    ['timeEntry', 'create', 'ticketNumber'],
    ['myTicket', 'get', 'ticketNumber'],
    ['ci', 'update', 'ciNumber'],
    ['user', 'get', 'userNumber'],
  ] as const) {
    const property = find(resource, operation, name);
    expect(property).toMatchObject({ type: 'resourceLocator', required: true, default: { mode: 'list', value: '' } });
    const modes = ['list', 'id', ...(name === 'ticketNumber' ? [] : ['name'])];
    expect(property?.modes?.map((mode) => mode.name)).toEqual(modes);
  }
});

it('has every method that a parameter names', () => {
  const named = flatten(description.properties).flatMap(({ modes, typeOptions }) => [
    ...(modes ?? []).flatMap((mode) =>
      'typeOptions' in mode ? [['listSearch', mode.typeOptions.searchListMethod]] : [],
    ),
    ['loadOptions', typeOptions?.loadOptionsMethod],
    ['resourceMapping', typeOptions?.resourceMapper?.resourceMapperMethod],
  ]);
  const missing = named.filter(([kind, name]) => name !== undefined && methods[String(kind)]?.[name] === undefined);
  expect(missing).toEqual([]);
});

it('has required fields on the panel and the rest in collections, by the names of the API in camelCase', () => {
  expect(shownFor('ticket', 'create').map(({ name }) => name)).toEqual([
    'title',
    'typeId',
    'priorityId',
    'simplify',
    'additionalFields',
    'customFields',
    'options',
  ]);
  expect(find('ticket', 'create', 'additionalFields')?.options?.map((option) => option.name)).toEqual([
    'agentId',
    'categoryId',
    'description',
    'extendedStatusId',
    'requesterId',
    'tagIds',
    'teamId',
  ]);
  expect(find('ticket', 'update', 'updateFields')?.options?.map((option) => option.name)).toEqual(
    expect.arrayContaining(['lockVersion', 'priorityId', 'clearFields']),
  );
  expect(find('user', 'update', 'updateFields')?.options?.map((option) => option.name)).toContain('roleIds');
});

it('asks first for what an operation is about', () => {
  const names = (resource: string, operation: string) => shownFor(resource, operation).map(({ name }) => name);
  expect(names('ticket', 'get')).toEqual(['ticketNumber', 'ifNothingFound', 'simplify', 'options']);
  expect(names('ci', 'getByBarcode')).toEqual(['barcode', 'ifNothingFound', 'simplify', 'options']);
  expect(names('ciNote', 'update')).toEqual(['ciNumber', 'noteId', 'text', 'options']);
  expect(names('savedSearch', 'run')).toEqual([
    'searchId',
    'returnAll',
    'limit',
    'ifNothingFound',
    'simplify',
    'options',
  ]);
  expect(names('ticket', 'getAll')).toEqual([
    'returnAll',
    'limit',
    'searchText',
    'filters',
    'match',
    'rawQuery',
    'sort',
    'ifNothingFound',
    'simplify',
    'options',
  ]);
});

it('offers for each field of a list at most twelve predicates, and at most one value for a predicate', () => {
  for (const [resource, operation] of [
    ['ticket', 'getAll'],
    ['ci', 'getAll'],
    ['user', 'getAll'],
    ['myTicket', 'getAll'],
  ] as const) {
    const filters = find(resource, operation, 'filters');
    const [conditions] = filters?.options ?? [];
    const parts = conditions !== undefined && 'values' in conditions ? conditions.values : [];
    const shown = (name: string, values: Record<string, string>) =>
      parts.filter(
        (part) =>
          part.name === name &&
          Object.entries(part.displayOptions?.show ?? {}).every(([key, known]) => known?.includes(values[key] ?? '')) &&
          !Object.entries(part.displayOptions?.hide ?? {}).some(([key, known]) => known?.includes(values[key] ?? '')),
      );
    const [field] = parts;
    expect(valuesOf(field).length).toBeGreaterThan(5);
    for (const attribute of [...valuesOf(field), 'an_attribute_of_ones_own']) {
      const predicates = shown('predicate', { field: attribute });
      expect(predicates).toHaveLength(1);
      const words = valuesOf(predicates[0]);
      expect(words.length).toBeLessThanOrEqual(attribute === 'an_attribute_of_ones_own' ? 21 : 12);
      for (const predicate of words) {
        const expected = predicate === 'isEmpty' || predicate === 'isNotEmpty' ? 0 : 1;
        expect(shown('value', { field: attribute, predicate })).toHaveLength(expected);
      }
    }
  }
});

it('asks for the credential of the authentication chosen, and can be a tool', () => {
  expect(description.usableAsTool).toBe(true);
  expect(description.credentials).toEqual([
    {
      name: 'bossDeskApi',
      required: true,
      testedBy: 'testAccount',
      displayOptions: { show: { authentication: ['apiKey'] } },
    },
    {
      name: 'bossDeskLoginApi',
      required: true,
      testedBy: 'testAccount',
      displayOptions: { show: { authentication: ['login'] } },
    },
  ]);
});
