import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fieldParametersOf } from '../../../nodes/BossDesk/panel/parameters.js';
import { textFormats } from '../../../nodes/BossDesk/panel/readTextFormat.js';
import { type Operation, type PredicateName, PREDICATES } from '../../../packages/core/src/index.js';
import { itemsAtOnceOf } from './itemsAtOnce.js';
import { predicates, textFormatWording } from './wording.js';

// Parameters of actions that answer lists, and the options that shape what comes out.

export const returnAll: INodeProperties = {
  displayName: 'Return All',
  name: 'returnAll',
  type: 'boolean',
  default: false,
  description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
  displayName: 'Limit',
  name: 'limit',
  type: 'number',
  typeOptions: { minValue: 1 },
  default: 50,
  description: 'Max number of results to return',
};

export const simplify: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};

const chooseField = (loadOptionsMethod: string): INodeProperties => ({
  displayName: 'Field Name or ID',
  name: 'field',
  type: 'options',
  typeOptions: { loadOptionsMethod },
  default: '',
  description:
    'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

export const filters: INodeProperties = {
  displayName: 'Filters',
  name: 'filters',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  placeholder: 'Add Condition',
  default: {},
  description: 'Conditions that must all hold',
  options: [
    {
      displayName: 'Conditions',
      name: 'conditions',
      values: [
        chooseField('getFilterFields'),
        { displayName: 'Predicate', name: 'predicate', type: 'options', options: predicateOptions(), default: 'eq' },
        {
          displayName: 'Value',
          name: 'value',
          type: 'string',
          default: '',
          description:
            'Several values are separated by commas. Days and times are those of the workflow unless they bear a zone: 2026-11-24, today, -14d, 2026-11-24 08:00.',
        },
      ],
    },
  ],
};

function predicateOptions(): INodePropertyOptions[] {
  return (Object.keys(PREDICATES) as PredicateName[])
    .flatMap((predicate) => {
      const name = predicates[predicate];
      const compounds = PREDICATES[predicate].compounds
        ? [
            { name: `${name} (All of List)`, value: `${predicate}_all` },
            { name: `${name} (Any of List)`, value: `${predicate}_any` },
          ]
        : [];
      return [{ name, value: predicate }, ...compounds];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

export const rawQuery: INodeProperties = {
  displayName: 'Raw Query',
  name: 'rawQuery',
  type: 'string',
  default: '',
  placeholder: 'e.g. q[title_start]=K01&q[s]=updated_at desc',
  description: 'Conditions as a Ransack query string, in addition to the filters',
};

const fieldExamples: Readonly<Record<string, string>> = {
  cis: 'name,status,location',
  users: 'username,email,group',
};

export const fieldsToReturn = (example: string): INodeProperties => ({
  displayName: 'Fields to Return',
  name: 'fields',
  type: 'string',
  default: '',
  placeholder: `e.g. ${example}`,
  description: 'Names of fields, separated by commas, in place of Simplify; the ID and the number always come along',
});

const buildFieldsToReturn = ({ id }: Operation): INodeProperties =>
  fieldsToReturn(fieldExamples[id.split('.')[0] ?? ''] ?? 'title,status,agent');

const fetchFullRecords: INodeProperties = {
  displayName: 'Fetch Full Records',
  name: 'fetchFullRecords',
  type: 'boolean',
  default: false,
  description:
    'Whether to read each record on its own, with all that the list leaves out. It takes one more request per record.',
};

const onIgnoredFilter: INodeProperties = {
  displayName: 'On Ignored Filter',
  name: 'onIgnoredFilter',
  type: 'options',
  options: [
    { name: 'Stop With Error', value: 'error' },
    { name: 'Warn and Continue', value: 'warn' },
  ],
  default: 'error',
  description:
    'What to do when BOSSDesk answers records that a filter excludes or in another order than asked for, as it does for fields it does not know',
};

const sort: INodeProperties = {
  displayName: 'Sort',
  name: 'sort',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  placeholder: 'Add Sort Rule',
  default: {},
  options: [
    {
      displayName: 'Sort Rules',
      name: 'sorts',
      values: [
        chooseField('getSortFields'),
        {
          displayName: 'Direction',
          name: 'direction',
          type: 'options',
          options: [
            { name: 'Ascending', value: 'asc' },
            { name: 'Descending', value: 'desc' },
          ],
          default: 'asc',
        },
      ],
    },
  ],
};

const protectAgainstOverwrites: INodeProperties = {
  displayName: 'Protect Against Overwrites',
  name: 'protectAgainstOverwrites',
  type: 'boolean',
  default: false,
  description:
    'Whether to refuse the update when somebody else changes the ticket at the same time. It takes one more request.',
};

const returnRecord: INodeProperties = {
  displayName: 'Return Updated Record',
  name: 'returnRecord',
  type: 'boolean',
  default: false,
  description: 'Whether to read the record after the update and return it. It takes one more request.',
};

/** What of the options an operation has a use for. `isWhole`: whether a route reads the whole record. */
const textFormat: INodeProperties = {
  displayName: 'Text Format',
  name: 'textFormat',
  type: 'options',
  options: textFormats.map((value) => ({ value, ...textFormatWording[value] })),
  default: 'auto',
  description: 'How to read the text of a description or a comment',
};

/** Whether a text goes along that BOSSDesk shows as HTML. */
function hasText(operation: Operation): boolean {
  return fieldParametersOf(operation).some(({ rule }) => rule.format === 'html');
}

export function optionsOf(
  operation: Operation,
  { isWhole, isSimplified }: { isWhole: boolean; isSimplified: boolean },
): INodeProperties[] {
  const isList = operation.success.body === 'list';
  return [
    ...(isList && isWhole ? [fetchFullRecords] : []),
    ...(isSimplified ? [buildFieldsToReturn(operation)] : []),
    ...(operation.searchable === true ? [onIgnoredFilter] : []),
    ...(operation.lock === undefined ? [] : [protectAgainstOverwrites]),
    ...(operation.success.body === 'none' && operation.method === 'PATCH' && isWhole ? [returnRecord] : []),
    ...(operation.searchable === true ? [sort] : []),
    ...(hasText(operation) ? [textFormat] : []),
    ...itemsAtOnceOf(operation),
  ];
}
