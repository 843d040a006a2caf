import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { canBeCleared, type FieldParameter, isOptional } from '../../../nodes/BossDesk/panel/parameters.js';
import { listSearch } from '../../../nodes/BossDesk/pickers/listSearch.js';
import { optionsName, pickerName } from '../../../nodes/BossDesk/pickers/pickerNames.js';
import {
  type FieldRule,
  findKinds,
  getKind,
  type KindName,
  type Operation,
  pathParametersOf,
} from '../../../packages/core/src/index.js';
import { multiPickers, WORDING_FILE, wordField } from './wording.js';

/** The panel's widget for a field of the API's. */
export function buildField(operation: Operation, parameter: FieldParameter): INodeProperties {
  const { rule, field } = parameter;
  const { description = describe(rule) ?? describeForModels(operation, rule), ...wording } = wordField(
    operation.id,
    field,
  );
  const base = {
    displayName: rule.label,
    name: parameter.name,
    ...(!isOptional(rule) && rule.type !== 'boolean' ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
  };
  switch (rule.type) {
    case 'boolean':
      return { ...base, type: 'boolean', default: false };
    case 'integer':
      return rule.kind === undefined ? buildNumber(base, rule) : buildId(base, operation, parameter);
    case 'integers':
      return buildList(base, operation, parameter);
    case 'customFields':
      return buildMapper(base, operation);
    default:
      return buildText(base, rule, wording);
  }
}

type Base = Pick<INodeProperties, 'displayName' | 'name' | 'required' | 'description'>;

/** Descriptions of identifiers are about the API; the panel has its own words for them. */
function describe({ kind, description }: FieldRule): string | undefined {
  return kind === undefined ? description : undefined;
}

/** Models fill in what a description tells them of; labels alone say little to them. */
function describeForModels({ kind }: Operation, rule: FieldRule): string | undefined {
  if (rule.type !== 'string' && rule.type !== 'integer') return undefined;
  const how =
    rule.kind === 'friendly_id' ? ', which people see' : rule.references === undefined ? '' : ', by name or ID';
  return rule.in === 'path' && how !== '' ? `${rule.label}${how}` : `${rule.label} of the ${getKind(kind).noun}${how}`;
}

function buildText(
  base: Base,
  { format }: FieldRule,
  { placeholder, rows }: { placeholder?: string; rows?: number },
): INodeProperties {
  if (format === 'date-time') return { ...base, type: 'dateTime', default: '' };
  if (format === 'date') return { ...base, type: 'dateTime', typeOptions: { dateOnly: true }, default: '' };
  return {
    ...base,
    type: 'string',
    ...(rows === undefined ? {} : { typeOptions: { rows } }),
    ...(placeholder === undefined ? {} : { placeholder }),
    default: '',
  };
}

function buildNumber(base: Base, { minimum }: FieldRule): INodeProperties {
  return {
    ...base,
    type: 'number',
    ...(minimum === undefined ? {} : { typeOptions: { minValue: minimum } }),
    default: 0,
  };
}

/** Pickers that offer what the chosen ticket holds. */
const ofTicket = new Set(
  [...findKinds(({ partOf }) => partOf !== undefined), 'attachments' as const].map((kind) => pickerName(kind, 'id')),
);

function buildId(base: Base, operation: Operation, { field, rule }: FieldParameter): INodeProperties {
  const method = pickerOf(operation, field, rule);
  if (method === undefined) return { ...base, type: 'string', placeholder: 'e.g. 1506', default: '' };
  const isNumber = rule.kind === 'friendly_id';
  return {
    ...base,
    type: 'resourceLocator',
    default: { mode: 'list', value: '' },
    ...(ofTicket.has(method)
      ? { typeOptions: { loadOptionsDependsOn: ['ticketNumber.value', 'commentId.value'] } }
      : {}),
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        typeOptions: { searchListMethod: method, searchable: true },
      },
      {
        displayName: isNumber ? 'By Number' : 'By ID',
        name: 'id',
        type: 'string',
        placeholder: isNumber ? 'e.g. 75' : 'e.g. 983',
        ...hintOf(rule),
      },
      ...(isNumber ? buildNameMode(pathKindOf(operation, field)) : []),
    ],
  };
}

/** What people know of a record beside its number. */
function buildNameMode(kind: KindName | undefined): INodePropertyMode[] {
  const wording = kind === undefined ? undefined : nameModes[kind];
  return wording === undefined ? [] : [{ name: 'name', type: 'string', ...wording }];
}

const nameModes: Partial<Record<KindName, { displayName: string; placeholder: string; hint: string }>> = {
  cis: {
    displayName: 'By Name or Code',
    placeholder: 'e.g. BOSS-1000',
    hint: 'The name, serial number, control number or barcode',
  },
  users: {
    displayName: 'By Email or Username',
    placeholder: 'e.g. aldente',
    hint: 'The email, username or full name',
  },
};

/** n8n heads both kinds "By ID"; people and tickets have an ID beside their number (notes 5.53). */
function hintOf(rule: FieldRule): { hint?: string } {
  if (rule.kind === 'friendly_id') return { hint: 'The number that people see, not the ID' };
  if (rule.references === 'users' || rule.references === 'agents') {
    return { hint: "The user's ID (not the number), email, username or full name" };
  }
  const isNamed = rule.references !== undefined && getKind(rule.references).list !== undefined;
  return isNamed ? { hint: 'The ID or the name' } : {};
}

/** The method that offers records to choose from, where there is one: no route lists roles, notes or the files of a CI. */
function pickerOf(operation: Operation, field: string, rule: FieldRule): string | undefined {
  const kind = rule.in === 'path' ? pathKindOf(operation, field) : rule.references;
  if (kind === undefined || isFileOfCi(operation, kind)) return undefined;
  const name = pickerName(kind, rule.kind === 'friendly_id' ? 'friendly_id' : 'id');
  return name in listSearch ? name : undefined;
}

function pathKindOf(operation: Operation, field: string): KindName | undefined {
  return pathParametersOf(operation).find(({ parameter }) => parameter === field)?.kind;
}

/** Only tickets and their comments show what is attached to them (notes 5.7). */
function isFileOfCi(operation: Operation, kind: KindName): boolean {
  return kind === 'attachments' && pathParametersOf(operation).some((parameter) => parameter.kind === 'cis');
}

function buildList(base: Base, operation: Operation, { rule, part }: FieldParameter): INodeProperties {
  const picker = rule.references && multiPickers[rule.references];
  if (picker === undefined) {
    throw new Error(
      `${WORDING_FILE}: no list to choose ${base.name} of ${operation.id} from; add ${rule.references ?? 'its kind'} to multiPickers`,
    );
  }
  const replaces = operation.change === 'update' ? listUse(part) : '';
  return {
    ...base,
    displayName: part === undefined ? picker.name : `${part === 'add' ? 'Add' : 'Remove'} ${picker.name}`,
    type: 'multiOptions',
    typeOptions: { loadOptionsMethod: picker.method },
    default: [],
    description: `${replaces}Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>${replaces === '' ? '' : '.'}`,
  };
}

/** What an update does with a list. */
function listUse(part: FieldParameter['part']): string {
  if (part === undefined) return 'They replace those that the record has. ';
  const use = part === 'add' ? 'They join those that the record has' : 'They go, and the others stay';
  return `${use}; the record is read first, which takes one more request. `;
}

function buildMapper(base: Base, operation: Operation): INodeProperties {
  const isUpdate = operation.change === 'update';
  // Without loadOptionsDependsOn: n8n would empty the mapping whenever another category or type is chosen.
  return {
    ...base,
    type: 'resourceMapper',
    noDataExpression: true,
    default: { mappingMode: 'defineBelow', value: null },
    description: `${isUpdate ? 'Only the fields given change' : 'Fields that this account added'}. After choosing another category or type, refresh the list of fields; the values stay, and those of fields that it lacks are marked and left out.`,
    typeOptions: {
      resourceMapper: {
        resourceMapperMethod: 'getCustomFields',
        // In an update no field is required.
        mode: isUpdate ? 'map' : 'add',
        // The panel shows this in place of the parameter's name.
        valuesLabel: 'Custom Fields',
        fieldWords: { singular: 'custom field', plural: 'custom fields' },
        addAllFields: false,
        multiKeyMatch: false,
        supportAutoMap: true,
      },
    },
  };
}

/** What an update can empty: leaving a field out leaves it as it is. */
export function buildClearing(parameters: readonly FieldParameter[], hasCustomFields: boolean): INodeProperties[] {
  return [buildClearFields(parameters), ...(hasCustomFields ? [clearCustomFields] : [])];
}

const clearCustomFields: INodeProperties = {
  displayName: 'Clear Custom Field Names or IDs',
  name: 'clearCustomFields',
  type: 'multiOptions',
  typeOptions: { loadOptionsMethod: optionsName('custom_fields') },
  default: [],
  description:
    'Custom fields to empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

function buildClearFields(parameters: readonly FieldParameter[]): INodeProperties {
  return {
    displayName: 'Fields to Clear',
    name: 'clearFields',
    type: 'multiOptions',
    options: parameters
      .filter(canBeCleared)
      .map(({ name, rule }) => ({ name: rule.label, value: name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    default: [],
    description: 'Fields to empty; they win over values given for them',
  };
}
