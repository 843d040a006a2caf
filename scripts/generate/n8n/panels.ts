import type { INodeProperties } from 'n8n-workflow';
import {
  type ActionId,
  type FieldParameter,
  fieldParametersOf,
  onlyOperationOf,
  operationsOf,
} from '../../../nodes/BossDesk/panel/parameters.js';
import { findTicketPart } from '../../../nodes/BossDesk/actions/ticketParts.js';
import { getKind, type Operation, readerOf, simpleFieldsOf } from '../../../packages/core/src/index.js';
import { buildAttachmentPanel } from './attachments.js';
import { buildClearing, buildField } from './fields.js';
import { filters, limit, optionsOf, rawQuery, returnAll, simplify } from './lists.js';

/** A parameter and the values of others that show it. */
export interface Shown {
  readonly property: INodeProperties;
  readonly show?: Readonly<Record<string, (string | boolean)[]>>;
}

/** All parameters of an action, in the order in which the panel shows them. */
export function buildPanel(action: ActionId): readonly Shown[] {
  const [resource = '', verb = ''] = action.split('.');
  if (resource === 'attachment' && (verb === 'get' || verb === 'upload')) return buildAttachmentPanel(verb);
  if (action === 'reference.getAll') return buildReferencePanel(action);
  if (findTicketPart(action) !== undefined) {
    return [...buildFields(onlyTicketPath(action)), ...page];
  }
  const operation = onlyOperationOf(action);
  const isSimplified = operation.change === undefined && simpleFieldsOf(operation) !== undefined;
  const options = optionsOf(operation, { isWhole: readerOf(operation) !== undefined, isSimplified });
  const isSearchable = operation.searchable === true;
  return [
    ...buildFields(operation).filter(
      ({ property }) => property.type !== 'collection' && property.type !== 'resourceMapper',
    ),
    ...(operation.success.body === 'list' ? page : []),
    ...(isSearchable ? [{ property: filters }, { property: rawQuery }] : []),
    ...(isSimplified ? [{ property: simplify }] : []),
    ...buildFields(operation).filter(
      ({ property }) => property.type === 'collection' || property.type === 'resourceMapper',
    ),
    ...(options.length === 0 ? [] : [{ property: buildCollection('Options', 'options', 'Add Option', options) }]),
  ];
}

const page: readonly Shown[] = [{ property: returnAll }, { property: limit, show: { returnAll: [false] } }];

/** Tasks and time entries are read out of their ticket. */
function onlyTicketPath(action: ActionId): Operation {
  const [operation] = operationsOf(action);
  if (operation === undefined) throw new Error(`${action} stands for no operation`);
  return operation;
}

function buildReferencePanel(action: ActionId): readonly Shown[] {
  const kinds = operationsOf(action).map(({ kind, searchable }) => ({
    value: kind,
    name: titleCase(getKind(kind).plural),
    searchable: searchable === true,
  }));
  const searchable = kinds.filter((kind) => kind.searchable).map(({ value }) => value);
  const list: INodeProperties = {
    displayName: 'List',
    name: 'list',
    type: 'options',
    options: kinds.map(({ name, value }) => ({ name, value })).sort((a, b) => a.name.localeCompare(b.name)),
    default: 'ticket_types',
    description: 'What to list',
  };
  const searchableOperation = operationsOf(action).find((operation) => operation.searchable === true);
  const options =
    searchableOperation === undefined ? [] : optionsOf(searchableOperation, { isWhole: false, isSimplified: false });
  return [
    { property: list },
    ...page,
    ...[filters, rawQuery, buildCollection('Options', 'options', 'Add Option', options)].map((property) => ({
      property,
      show: { list: searchable },
    })),
  ];
}

/**
 * Fields on the panel, then the collections of those that may be left out. Custom fields come last: which there are
 * depends on a category or type inside a collection, and choosing another one starts their mapping anew.
 */
export function buildFields(operation: Operation, without: readonly string[] = []): readonly Shown[] {
  const parameters = fieldParametersOf(operation).filter(({ field }) => !without.includes(field));
  const inCollection = (name: FieldParameter['collection']) =>
    parameters.filter(({ collection }) => collection === name);
  const panel = inCollection(undefined).map((parameter) => ({ property: buildField(operation, parameter) }));
  const isMapper = ({ property }: Shown) => property.type === 'resourceMapper';
  const additional = inCollection('additionalFields').map((parameter) => buildField(operation, parameter));
  const updated = inCollection('updateFields');
  const hasCustomFields = parameters.some(({ rule }) => rule.type === 'customFields');
  const update = [
    ...updated.map((parameter) => buildField(operation, parameter)),
    ...(updated.length === 0 ? [] : buildClearing(updated, hasCustomFields)),
  ];
  return [
    ...panel.filter((shown) => !isMapper(shown)),
    ...(additional.length === 0
      ? []
      : [{ property: buildCollection('Additional Fields', 'additionalFields', 'Add Field', additional) }]),
    ...(update.length === 0
      ? []
      : [{ property: buildCollection('Update Fields', 'updateFields', 'Add Field', update) }]),
    ...panel.filter(isMapper),
  ];
}

export function buildCollection(
  displayName: string,
  name: string,
  placeholder: string,
  options: readonly INodeProperties[],
): INodeProperties {
  return {
    displayName,
    name,
    type: 'collection',
    placeholder,
    default: {},
    options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
  };
}

function titleCase(text: string): string {
  return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
