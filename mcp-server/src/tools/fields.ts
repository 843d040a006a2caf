import {
  checkValue,
  type FieldRule,
  fieldRules,
  getKind,
  getOperation,
  isNone,
  type KindName,
  type OperationId,
  parameterName,
  pathParametersOf,
} from 'bossdesk-client';
import * as z from 'zod';

// Arguments that stand for fields of the API come from the field rules, which are generated from the core's schemas:
// loading the schemas themselves would triple the time that a host waits for the server.

/** A field of an operation, by its name on the wire. */
export interface Field {
  readonly name: string;
  readonly rule: FieldRule;
}

/** The fields that an operation's body takes. */
export function bodyFields(id: OperationId): Field[] {
  return fieldsIn(id, 'body');
}

function fieldsIn(id: OperationId, place: FieldRule['in']): Field[] {
  return Object.entries(fieldRules[id].fields).flatMap(([name, rule]) => (rule.in === place ? [{ name, rule }] : []));
}

/** A parameter of an operation's path, as an argument: `ticket_number`, `time_entry_id`. */
export interface PathArgument {
  readonly name: string;
  /** On the wire. */
  readonly parameter: string;
  readonly kind: KindName;
}

/** The arguments for an operation's path, the outermost record first. */
export function pathArguments(id: OperationId): PathArgument[] {
  const operation = getOperation(id);
  return pathParametersOf(operation).map(({ parameter, kind }) => ({
    name: parameterName(operation, parameter),
    parameter,
    kind,
  }));
}

export function isUpdate(id: OperationId): boolean {
  return getOperation(id).change === 'update';
}

/** The word that empties a field or a list. */
export const NONE = 'none';

/**
 * A field's type, checked as core checks it before a request leaves, in the same words.
 *
 * @param isToo what else is taken.
 */
export function fieldSchema(
  { rule }: Pick<Field, 'rule'>,
  description = rule.description ?? rule.label,
  isToo: (value: unknown) => boolean = () => false,
): z.ZodType {
  const error = wordError(rule);
  return typeSchema(rule, error)
    .refine((value) => isToo(value) || checkValue(rule, value) === undefined, { error })
    .meta({ description, ...(rule.kind === undefined ? {} : { isId: true }) });
}

/** An id that may be `none`; a schema that says so would be a union, which some hosts cannot take. */
export function idOrNoneArgument({ rule }: Field): z.ZodType {
  return z
    .custom((value) => isNone(value) || checkValue(rule, value) === undefined, { error: wordError(rule) })
    .meta({ type: 'integer', description: rule.description ?? rule.label, isId: true });
}

type WordError = (issue: { readonly input?: unknown }) => string | undefined;

/** What is wrong with an argument, in the words in which core refuses the field. */
export function wordError(rule: FieldRule, check: typeof checkValue = checkValue): WordError {
  return ({ input }) => (input === undefined ? 'is required' : check(rule, input));
}

function typeSchema({ type }: FieldRule, error: WordError): z.ZodType {
  switch (type) {
    case 'integer':
      return z.int({ error });
    case 'integers':
      return z.array(z.int().meta({ isId: true }), { error });
    case 'boolean':
      return z.boolean({ error });
    case 'string':
      return z.string({ error });
    case 'customFields':
    case 'ransack':
      return z.record(z.string(), z.unknown(), { error });
  }
}

/**
 * What names a record in a path: the number that people see, or an id. Where people call one by more than its number, that
 * is taken too; a schema that says so would be a union, which some hosts cannot take.
 */
export function recordArgument(kind: KindName): z.ZodType<number, number> {
  const { by, noun, search, isTitled } = getKind(kind);
  const rule: FieldRule = {
    in: 'path',
    type: 'integer',
    minimum: 1,
    kind: by === 'number' ? 'friendly_id' : 'id',
    label: noun,
  };
  const isNamed = by === 'number' && search !== undefined && isTitled !== true;
  const isName = (value: unknown) => isNamed && typeof value === 'string' && value.trim() !== '';
  return z
    .custom<number>((value) => isName(value) || checkValue(rule, value) === undefined, {
      error: wordError(rule),
    })
    .meta({
      record: kind,
      type: 'integer',
      description: `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${by}`,
    });
}

/** The kind of record that an argument names, if it is one of {@link recordArgument}. */
export function recordKindOf(schema: z.ZodType | undefined): KindName | undefined {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  return inner?.meta()?.['record'] as KindName | undefined;
}
