import { type ActionId, operationsOf } from '../../../nodes/BossDesk/panel/parameters.js';
import { findTicketPart } from '../../../nodes/BossDesk/actions/ticketParts.js';
import { getKind, type Operation, type OperationId, simpleFieldsOf } from '../../../packages/core/src/index.js';
import { schemas } from '../../../packages/core/src/schemas/index.js';
import { type JsonSchema, toJsonSchema } from '../../../packages/core/src/schemas/jsonSchema.js';
import { buildPanel } from './panels.js';

/** The part of JSON Schema that n8n's editor reads: what items look like before the first run. */
interface OutputSchema {
  readonly type: string;
  readonly properties?: Readonly<Record<string, OutputSchema>>;
  readonly items?: OutputSchema;
}

/** Says what an action gives with its parameters as they are by default. */
export function describeOutput(action: ActionId): OutputSchema & { readonly version: 1 } {
  if (action.endsWith('.count')) return { type: 'object', properties: { count: { type: 'integer' } }, version: 1 };
  const isUpsert = action.endsWith('.upsert');
  const operations = operationsOf(action)
    .filter(({ change }) => !isUpsert || change === 'create')
    // A comment that goes along is not given.
    .filter(({ id }) => action !== 'ticket.close' || id === 'tickets.close');
  // An upload gives what its last step answers; reference data have the fields of all their kinds.
  const records = operations
    .filter(({ id }) => id !== 'attachments.prepareUpload')
    .map((operation) => describeRecord(action, operation));
  const properties = Object.assign({}, ...records.map((record) => record.properties ?? {})) as Record<
    string,
    OutputSchema
  >;
  const isRecord = operations.every(({ success }) => success.body !== 'none');
  const simple = isRecord && isSimplified(action) ? operations.map(simpleFieldsOf)[0] : undefined;
  const simplified = simple === undefined ? properties : simplify(properties, simple);
  const told: Record<string, OutputSchema> = isUpsert ? { action: { type: 'string' } } : {};
  return { type: 'object', properties: { ...told, ...simplified }, version: 1 };
}

function describeRecord(action: ActionId, operation: Operation): OutputSchema {
  const output = reduce(toJsonSchema(schemas[operation.id as OperationId].output, 'output'));
  if (operation.change === 'delete') return withFields({ deleted: { type: 'boolean' } }, output);
  if (operation.success.body === 'none') return withFields(describeUpdate(operation), { type: 'object' });
  const part = findTicketPart(action);
  const list = part === undefined ? output : output.properties?.[getKind(part).partOf?.field ?? part];
  if (part !== undefined) return withFields(ofTicket, list?.items ?? { type: 'object' });
  return operation.success.body === 'list' ? (list?.items ?? { type: 'object' }) : output;
}

/** What a part of a ticket says of the ticket. */
const ofTicket: Record<string, OutputSchema> = { ticket_number: { type: 'integer' }, ticket_title: { type: 'string' } };

function describeUpdate({ path }: Operation): Record<string, OutputSchema> {
  const number: OutputSchema = { type: 'integer' };
  return { updated: { type: 'boolean' }, friendly_id: number, ...(path.includes(':id') ? { id: number } : {}) };
}

function withFields(fields: Record<string, OutputSchema>, { properties }: OutputSchema): OutputSchema {
  return { type: 'object', properties: { ...fields, ...properties } };
}

function isSimplified(action: ActionId): boolean {
  return buildPanel(action).some(({ property }) => property.name === 'simplify');
}

function simplify(
  properties: Readonly<Record<string, OutputSchema>>,
  simple: readonly string[],
): Record<string, OutputSchema> {
  return Object.fromEntries(
    simple
      .filter((field) => field in properties)
      .flatMap((field): [string, OutputSchema][] => flatten(field, properties[field] ?? { type: 'string' })),
  );
}

/** A record that is referred to is its name, its id and an e-mail address; several are their names and their ids. */
function flatten(field: string, schema: OutputSchema): [string, OutputSchema][] {
  const { type, properties = {}, items } = schema;
  if (type === 'array' && items?.type === 'object') {
    return [
      [field, { type, items: { type: 'string' } }],
      [`${field.replace(/s$/, '')}_ids`, { type, items: { type: 'integer' } }],
    ];
  }
  if (type !== 'object' || field === 'custom_fields') return [[field, { type }]];
  const parts = ['id', 'email'].filter((part) => part in properties);
  return [
    [field, { type: 'string' }],
    ...parts.map((part): [string, OutputSchema] => [`${field}_${part}`, { type: properties[part]?.type ?? 'string' }]),
  ];
}

/** Drops what the editor does not read; of several kinds of value (null among them), the first real one stands. */
function reduce(schema: JsonSchema): OutputSchema {
  const choices = (schema.anyOf ?? []) as JsonSchema[];
  const chosen = choices.find(({ type }) => type !== 'null');
  if (chosen !== undefined) return reduce(chosen);
  const { type, properties, items } = schema;
  return {
    type: [type].flat().find((one) => one !== 'null') ?? 'string',
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [name, reduce(property as JsonSchema)]),
          ),
        }),
    ...(items === undefined ? {} : { items: reduce(items as JsonSchema) }),
  };
}
