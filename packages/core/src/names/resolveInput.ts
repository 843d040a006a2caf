import { fieldRules } from '../generated/rules.js';
import type { FieldRule } from '../input/rules.js';
import { getKind, rowKindsOf } from '../kinds/index.js';
import { pathParametersOf } from '../kinds/parameters.js';
import type { Operation, OperationId } from '../operations/index.js';
import { isRecord } from '../values/json.js';
import { resolveCustomFields, type ResolvedCustomField } from './customFields.js';
import { readNumber } from './match.js';
import type { NameProblem } from './problem.js';
import type { NameReader } from './reader.js';
import { type NameRequest, type Resolved, resolveName } from './resolve.js';
import { resolveQuery } from './resolveQuery.js';

export interface ResolveOptions {
  /** Who `me` is, by e-mail address or user name. */
  readonly me?: string | undefined;
  /** Custom fields come by id, with options by id: there is nothing to look up. */
  readonly hasCustomFieldIds?: boolean;
}

export interface ResolvedInput {
  /** The input with ids and numbers in place of names. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The records that were named, by field or condition. */
  readonly resolved: Readonly<Record<string, readonly Resolved[]>>;
  readonly customFields: readonly ResolvedCustomField[];
  /** Every name that leads nowhere, so that all can be mended at once. */
  readonly problems: readonly NameProblem[];
}

type Input = Readonly<Record<string, unknown>>;

/** What became of one field. */
interface Outcome {
  readonly value: unknown;
  readonly resolved?: Readonly<Record<string, readonly Resolved[]>>;
  readonly customFields?: readonly ResolvedCustomField[];
  readonly problems?: readonly NameProblem[];
}

/**
 * Puts ids in place of names wherever an operation's input refers to a record: body fields, path parameters, custom
 * fields and the conditions of a search. Nothing is sent but what the reader asks for.
 */
export async function resolveInput(
  reader: NameReader,
  operation: Operation,
  input: Input,
  options: ResolveOptions = {},
): Promise<ResolvedInput> {
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[operation.id as OperationId].fields;
  const outcomes = await Promise.all(
    Object.entries(input).map(async ([field, value]) => {
      const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
      const outcome =
        rule === undefined ? { value } : await resolveField(reader, operation, field, rule, value, options);
      return [field, outcome] as const;
    }),
  );
  return {
    input: Object.fromEntries(outcomes.map(([field, { value }]) => [field, value])),
    resolved: Object.assign({}, ...outcomes.map(([, { resolved }]) => resolved)) as ResolvedInput['resolved'],
    customFields: outcomes.flatMap(([, { customFields }]) => customFields ?? []),
    problems: outcomes.flatMap(([, { problems }]) => problems ?? []),
  };
}

async function resolveField(
  reader: NameReader,
  operation: Operation,
  field: string,
  rule: FieldRule,
  value: unknown,
  { me, hasCustomFieldIds = false }: ResolveOptions,
): Promise<Outcome> {
  const owner = getKind(operation.kind).ownerClass;
  if (rule.type === 'ransack') {
    const [kind] = rowKindsOf(operation);
    if (!isRecord(value) || kind === undefined) return { value };
    const { query, ...rest } = await resolveQuery(reader, kind, value, me);
    return { value: query, ...rest };
  }
  if (rule.customFieldsOf !== undefined) {
    if (!isRecord(value) || hasCustomFieldIds) return { value };
    const { fields, problems } = await resolveCustomFields(reader, rule.customFieldsOf, value, field);
    return {
      value: Object.fromEntries(fields.map((one) => [String(one.field.id), one.value])),
      customFields: fields,
      problems,
    };
  }
  if (rule.in === 'path' && rule.kind === 'friendly_id') return resolveNumber(reader, operation, field, value, me);
  // Tasks are listed by their ticket and roles by nobody: both are given by id.
  if (rule.references === undefined || getKind(rule.references).list === undefined) return { value: toId(rule, value) };
  const { references } = rule;
  if (!Array.isArray(value)) return resolveOne(reader, { kind: references, field, owner, me }, value);
  const found = await Promise.all(
    (value as readonly unknown[]).map((one) => resolveOne(reader, { kind: references, field, owner, me }, one)),
  );
  const records = found.flatMap(({ resolved }) => Object.values(resolved ?? {}).flat());
  return {
    value: [...new Set(found.map((one) => one.value))],
    resolved: { [field]: [...new Map(records.map((record) => [record.id, record])).values()] },
    problems: found.flatMap(({ problems }) => problems ?? []),
  };
}

/** Paths name a record by the number that people see: `75`, `#75`, or by what else it is called. */
async function resolveNumber(
  reader: NameReader,
  operation: Operation,
  field: string,
  value: unknown,
  me: string | undefined,
): Promise<Outcome> {
  if (typeof value !== 'string') return { value };
  const number = readNumber(value);
  const kind = pathParametersOf(operation).find(({ parameter }) => parameter === field)?.kind;
  if (number !== undefined) return { value: number };
  // Titles of tickets are no names.
  if (kind === undefined || getKind(kind).isTitled === true) return { value };
  return resolveOne(reader, { kind, field, me, inPath: true }, value);
}

async function resolveOne(reader: NameReader, request: Omit<NameRequest, 'given'>, value: unknown): Promise<Outcome> {
  // What is neither name nor id is for the check of the input to refuse.
  if (typeof value !== 'string') return { value };
  const found = await resolveName(reader, { ...request, given: value });
  if ('problem' in found) return { value, problems: [found.problem] };
  return { value: found.resolved.id, resolved: { [request.field]: [found.resolved] } };
}

/** Digits as an id; a JSON text of them is as good as the number. */
function toId({ type, kind }: FieldRule, value: unknown): unknown {
  if (kind === undefined) return value;
  if (type === 'integers' && Array.isArray(value)) return value.map((one: unknown) => toDigits(one));
  return toDigits(value);
}

function toDigits(value: unknown): unknown {
  return typeof value === 'string' ? (readNumber(value) ?? value) : value;
}
