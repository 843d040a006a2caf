import type { INodeProperties } from 'n8n-workflow';
import { fieldParametersOf } from '../../../nodes/BossDesk/panel/parameters.js';
import { textFormats } from '../../../nodes/BossDesk/panel/readTextFormat.js';
import { type Operation, readerOf } from '../../../packages/core/src/index.js';
import { buildFilters, buildSearchText, buildSort } from './filters.js';
import { itemsAtOnceOf } from './itemsAtOnce.js';
import { textFormatWording } from './wording.js';

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

export const rawQuery: INodeProperties = {
  displayName: 'Raw Query',
  name: 'rawQuery',
  type: 'string',
  default: '',
  placeholder: 'e.g. q[title_start]=K01&q[s]=updated_at desc',
  description: 'Conditions as a Ransack query string, in addition to the filters',
};

/** What the records of a list are found by, and in which order they come. */
export function buildSearch({ kind, searchable }: Operation): readonly INodeProperties[] {
  return searchable === true ? [buildSearchText(kind), ...buildFilters(kind), rawQuery, buildSort(kind)] : [];
}

export const ifNothingFound: INodeProperties = {
  displayName: 'If Nothing Is Found',
  name: 'ifNothingFound',
  type: 'options',
  options: [
    { name: 'Fail', value: 'fail', description: 'The item fails, as On Error says' },
    { name: 'Give an Empty Item', value: 'item', description: 'One item that holds "found": false' },
    { name: 'Give Nothing', value: 'nothing', description: 'The item gives no output' },
  ],
  default: 'nothing',
  description: 'What an input item gives for which there is nothing',
};

export const keepInput: INodeProperties = {
  displayName: 'Keep Input',
  name: 'keepInput',
  type: 'string',
  default: 'record',
  placeholder: 'e.g. ticket',
  description:
    'The fields and files of the input item pass through, with each record in a field of this name. Empty gives the record alone.',
};

export const dryRun: INodeProperties = {
  displayName: 'Dry Run',
  name: 'dryRun',
  type: 'boolean',
  default: false,
  description:
    'Whether to change nothing: names are looked up, everything is checked, and the item says what would be sent',
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
  description:
    'Whether to read the record after the update and return it, as Simplify says. It takes one more request.',
};

export const textFormat: INodeProperties = {
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

/** Whether an update answers no record, and a route reads the one that it changed. */
export function canReturnRecord(operation: Operation): boolean {
  return operation.change === 'update' && operation.success.body === 'none' && readerOf(operation) !== undefined;
}

/** What of the options an operation has a use for. `isWhole`: whether a route reads the whole record. */
export function optionsOf(
  operation: Operation,
  { isWhole, isSimplified }: { isWhole: boolean; isSimplified: boolean },
): INodeProperties[] {
  const isList = operation.success.body === 'list';
  return [
    ...(isList && isWhole ? [fetchFullRecords] : []),
    keepInput,
    ...(operation.change === undefined ? [] : [dryRun]),
    ...(isSimplified ? [buildFieldsToReturn(operation)] : []),
    ...(operation.searchable === true ? [onIgnoredFilter] : []),
    ...(operation.lock === undefined ? [] : [protectAgainstOverwrites]),
    ...(canReturnRecord(operation) ? [returnRecord] : []),
    ...(hasText(operation) ? [textFormat] : []),
    ...itemsAtOnceOf(operation),
  ];
}
