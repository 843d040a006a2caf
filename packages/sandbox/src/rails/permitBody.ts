import type { AnyOperation, OperationBody, OperationId } from 'bossdesk-client';
import { schemas } from 'bossdesk-client/schemas';
import { castColumn, type ColumnKind } from './castColumn.js';
import { HttpFailure } from './failures.js';
import { plainValue, type RequestParameters } from './requestParameters.js';

/** What is left of a body: known fields only, cast to their columns' types, null where Rails makes null of it. */
export type PermittedBody<Id extends OperationId> = {
  [Name in keyof OperationBody<Id>]?: PermittedValue<NonNullable<OperationBody<Id>[Name]>>;
};

type PermittedValue<Value> = Value extends string | number | boolean ? Value | null : Value;

type FieldKind = ColumnKind | 'list' | 'hash';

type Json = Readonly<Record<string, unknown>>;

/**
 * Rails' `params.require(:ticket).permit(…)`, the permitted names being those of the operation's schema. Unknown
 * keys and values of the wrong kind are dropped without a word.
 */
export function permitBody(operation: AnyOperation, parameters: RequestParameters, now: number): Json {
  if (!('envelope' in operation)) return {};
  const fields = fieldKinds(operation.id);
  const wrapped = requireEnvelope(wrapParameters(parameters, operation.envelope, fields), operation);
  const permitted = Object.entries(wrapped).flatMap(([name, value]) => {
    const kind = fields.get(name);
    return kind !== undefined && isPermitted(value, kind) ? [{ name, value, kind }] : [];
  });
  const cast = Object.fromEntries(permitted.map(({ name, value, kind }) => [name, castField(value, kind, now)]));
  return { ...cast, [beforeCast]: Object.fromEntries(permitted.map(({ name, value }) => [name, value])) };
}

/** Where a permitted body keeps what was sent, as Rails' `…_before_type_cast`; copies of the body carry it along. */
const beforeCast = Symbol('beforeCast');

/** A field as it was sent; undefined where the body does not have it. */
export const valueBeforeCast = (body: object, name: string): unknown =>
  (body as { readonly [beforeCast]?: Json })[beforeCast]?.[name];

/**
 * Rails' `wrap_parameters`: a body of JSON without its envelope gets one, filled with the model's own columns. What the
 * query says of the envelope goes before the body.
 */
function wrapParameters(
  { query, body, isJson }: RequestParameters,
  envelope: string,
  fields: ReadonlyMap<string, FieldKind>,
): Json {
  const own = isJsonObject(body) ? body : {};
  const params = { ...own, ...(plainValue(query) as Json) };
  if (envelope in params || !isJson) return params;
  const columns = Object.entries(own).filter(([name]) => !['list', undefined].includes(fields.get(name)));
  return { [envelope]: Object.fromEntries(columns) };
}

function requireEnvelope(params: Json, operation: AnyOperation & { envelope: string }): Json {
  const value = params[operation.envelope];
  if (isBlank(value)) {
    // Closing a task takes a note but asks for none (notes 5.33).
    if (operation.id === 'tasks.close') return {};
    throw new HttpFailure(400, `param is missing or the value is empty: ${operation.envelope}`);
  }
  if (!isJsonObject(value)) throw new HttpFailure(500, 'undefined method `permit`');
  return value;
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const isJsonObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

function isPermitted(value: unknown, kind: FieldKind): boolean {
  if (kind === 'list') return Array.isArray(value) && value.every(isScalar);
  return kind === 'hash' ? isJsonObject(value) : isScalar(value);
}

function castField(value: unknown, kind: FieldKind, now: number): unknown {
  if (kind === 'hash') return value;
  if (kind !== 'list') return castColumn(value, kind, now);
  return [...new Set((value as unknown[]).filter((item) => !isBlank(item)).map((item) => castColumn(item, 'integer')))];
}

const kindsByOperation = new Map<OperationId, ReadonlyMap<string, FieldKind>>();

function fieldKinds(id: OperationId): ReadonlyMap<string, FieldKind> {
  const known = kindsByOperation.get(id);
  if (known !== undefined) return known;
  const { body } = schemas[id] as { body?: { shape: Record<string, SchemaNode> } };
  const kinds = new Map(Object.entries(body?.shape ?? {}).map(([name, node]) => [name, kindOf(node)]));
  kindsByOperation.set(id, kinds);
  return kinds;
}

/** The part of a zod schema that says what kind of value it takes. */
interface SchemaNode {
  readonly def: { readonly type: string; readonly innerType?: SchemaNode };
  meta(): { readonly format?: string } | undefined;
}

function kindOf(node: SchemaNode): FieldKind {
  if (node.def.innerType !== undefined) return kindOf(node.def.innerType);
  const format = node.meta()?.format;
  if (format === 'date' || format === 'date-time') return format;
  return kindsByType[node.def.type] ?? 'text';
}

const kindsByType: Readonly<Record<string, FieldKind>> = {
  array: 'list',
  boolean: 'boolean',
  number: 'integer',
  object: 'hash',
  record: 'hash',
};
