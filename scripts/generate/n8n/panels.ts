import type { INodeProperties } from 'n8n-workflow';
import { type ActionId, onlyOperationOf, operationsOf } from '../../../nodes/BossDesk/panel/parameters.js';
import { findTicketPart } from '../../../nodes/BossDesk/actions/ticketParts.js';
import { getKind, getOperation, type Operation, readerOf, simpleFieldsOf } from '../../../packages/core/src/index.js';
import { buildAttachmentPanel } from './attachments.js';
import { closingComment } from './closing.js';
import { buildUpsert } from './upsert.js';
import { buildCollection, buildFields, type Shown } from './collections.js';
import {
  buildSearch,
  canReturnRecord,
  dryRun,
  ifNothingFound,
  keepInput,
  limit,
  optionsOf,
  returnAll,
  simplify,
  textFormat,
} from './lists.js';

/** All parameters of an action, in the order in which the panel shows them. */
export function buildPanel(action: ActionId): readonly Shown[] {
  const [resource = '', verb = ''] = action.split('.');
  if (resource === 'attachment' && (verb === 'get' || verb === 'upload')) {
    return [
      ...buildAttachmentPanel(verb),
      ...(verb === 'get' ? [nothing] : []),
      withOptions(verb === 'get' ? [keepInput] : [dryRun, keepInput]),
    ];
  }
  if (action === 'reference.getAll') return buildReferencePanel(action);
  if (findTicketPart(action) !== undefined) {
    return [...buildFields(onlyTicketPath(action)), ...page, nothing, withOptions([keepInput])];
  }
  const creating = operationsOf(action).find(({ change }) => change === 'create');
  if (verb === 'upsert' && creating !== undefined) {
    const isKey = ({ property }: Shown) => property.type !== 'collection' && property.type !== 'resourceMapper';
    const fields = buildUpsert(creating);
    return [
      ...fields.filter(isKey),
      { property: simplify },
      ...fields.filter((shown) => !isKey(shown)),
      withOptions(optionsOf(creating, { isWhole: true, isSimplified: true })),
    ];
  }
  const operation = action === CLOSING ? getOperation('tickets.close') : onlyOperationOf(action);
  if (verb === 'count') return buildCountPanel(operation);
  const isSimplified =
    operation.success.body !== 'none' && operation.change !== 'delete' && simpleFieldsOf(operation) !== undefined;
  const returnsLater = canReturnRecord(operation);
  const options = [
    ...optionsOf(operation, {
      isWhole: readerOf(operation) !== undefined,
      isSimplified: isSimplified || returnsLater,
    }),
    ...(action === CLOSING ? [textFormat] : []),
  ];
  const isList = operation.success.body === 'list';
  const canMiss = operation.change === undefined && (isList || operation.path.includes(':'));
  const isLast = ({ property }: Shown) => property.type === 'collection' || property.type === 'resourceMapper';
  const fields = buildFields(operation);
  return [
    ...fields.filter((shown) => !isLast(shown)),
    ...(isList ? page : []),
    ...buildSearch(operation).map((property) => ({ property })),
    ...(canMiss ? [nothing] : []),
    // Of an update, it is for Return Updated Record; n8n's engine cannot show a parameter by an option.
    ...(isSimplified || returnsLater ? [{ property: simplify }] : []),
    ...fields.filter(isLast),
    ...(action === CLOSING ? [closingComment] : []),
    withOptions(options),
  ];
}

/** A comment can go with it, which is another request. */
const CLOSING: ActionId = 'ticket.close';

const nothing: Shown = { property: ifNothingFound };

const withOptions = (options: readonly INodeProperties[]): Shown => ({
  property: buildCollection('options', options),
});

/** A number needs no page, no order and no shape. */
function buildCountPanel(operation: Operation): readonly Shown[] {
  const shapes = new Set(['sort']);
  const options = optionsOf(operation, { isWhole: false, isSimplified: false });
  return [
    ...buildSearch(operation)
      .filter(({ name }) => !shapes.has(name))
      .map((property) => ({ property })),
    withOptions(options),
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
    ...buildSearchOfLists(operationsOf(action)),
    nothing,
    { ...withOptions(options), show: { list: searchable } },
    {
      ...withOptions([keepInput]),
      show: { list: kinds.map(({ value }) => value).filter((kind) => !searchable.includes(kind)) },
    },
  ];
}

/** Lists that are found by the same share their parameters. */
function buildSearchOfLists(lists: readonly Operation[]): readonly Shown[] {
  const shared = new Map<string, { readonly property: INodeProperties; readonly list: string[] }>();
  for (const operation of lists) {
    for (const property of buildSearch(operation)) {
      const key = JSON.stringify(property);
      const known = shared.get(key) ?? { property, list: [] };
      known.list.push(operation.kind);
      shared.set(key, known);
    }
  }
  return [...shared.values()].map(({ property, list }) => ({ property, show: { list } }));
}

function titleCase(text: string): string {
  return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
