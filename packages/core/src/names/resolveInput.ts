import { refuseExcess } from '../input/bounds.js';
import type { FieldRule } from '../input/rules.js';
import { findRule, refuseMixedSets } from '../input/sets.js';
import { getKind, rowKindsOf } from '../kinds/index.js';
import { pathParametersOf } from '../kinds/parameters.js';
import type { Operation } from '../operations/index.js';
import { isRecord } from '../values/json.js';
import { readList } from '../values/list.js';
import { isNobody, isNone } from '../values/none.js';
import { resolveCustomFields, type ResolvedCustomField } from './customFields.js';
import { readNumber } from './match.js';
import type { NameProblem } from './problem.js';
import type { NameReader } from './reader.js';
import { type NameRequest, type Resolved, resolveName } from './resolve.js';
import { resolveQuery } from './resolveQuery.js';
import { resolveWords } from './resolveWords.js';
import { findTooMany } from './tooMany.js';

export interface ResolveOptions {
  /** Who `me` is, by e-mail address or user name. */
  readonly me?: string | undefined;
  /** Custom fields come by id, with options by id: there is nothing to look up. */
  readonly hasCustomFieldIds?: boolean;
  /** `none` empties every custom field, not only one whose value is chosen from options. */
  readonly hasNoneForTexts?: boolean;
}

export interface ResolvedInput {
  /** The input with ids and numbers in place of names. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The records that were named, by field or condition. */
  readonly resolved: Readonly<Record<string, readonly Resolved[]>>;
  readonly customFields: readonly ResolvedCustomField[];
  /** Every name that leads nowhere, so that all can be mended at once. */
  readonly problems: readonly NameProblem[];
  /** Conditions of a search that stand for others, by their own name: `agent_id_null` for `agent_id_eq`. */
  readonly standsFor: Readonly<Record<string, string>>;
}

type Input = Readonly<Record<string, unknown>>;

/** What became of one field. */
interface Outcome {
  readonly value: unknown;
  readonly resolved?: Readonly<Record<string, readonly Resolved[]>>;
  readonly customFields?: readonly ResolvedCustomField[];
  readonly problems?: readonly NameProblem[];
  readonly standsFor?: Readonly<Record<string, string>>;
}

/**
 * Puts ids in place of names wherever an operation's input refers to a record: body fields, path parameters, custom
 * fields and the conditions of a search. `none` empties what can be empty. Nothing is sent but what the reader asks for.
 *
 * @throws InvalidInputError for a set that is given together with its parts.
 */
export async function resolveInput(
  reader: NameReader,
  operation: Operation,
  input: Input,
  options: ResolveOptions = {},
): Promise<ResolvedInput> {
  refuseExcess(operation.id, input);
  refuseMixedSets(operation, input);
  const outcomes = await Promise.all(
    Object.entries(input).map(async ([field, value]) => {
      const rule = findRule(operation, field);
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
    standsFor: Object.assign({}, ...outcomes.map(([, { standsFor }]) => standsFor)) as ResolvedInput['standsFor'],
  };
}

async function resolveField(
  reader: NameReader,
  operation: Operation,
  field: string,
  rule: FieldRule,
  value: unknown,
  { me, hasCustomFieldIds = false, hasNoneForTexts = false }: ResolveOptions,
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
    const { fields, problems } = await resolveCustomFields(reader, rule.customFieldsOf, value, field, hasNoneForTexts);
    return {
      value: Object.fromEntries(fields.map((one) => [String(one.field.id), one.value])),
      customFields: fields,
      problems,
    };
  }
  if (rule.in === 'path' && rule.kind === 'friendly_id') return resolveNumber(reader, operation, field, value, me);
  if (rule.type === 'integers' && [value].flat().length === 1 && isNone([value].flat()[0])) return { value: [] };
  // Tasks are listed by their ticket and roles by nobody: both are given by id.
  if (rule.references === undefined || getKind(rule.references).list === undefined) return { value: toId(rule, value) };
  if (rule.nullable === true && isNobody(value)) return { value: null };
  const request = { kind: rule.references, field, owner, me };
  return rule.type === 'integers' ? resolveSeveral(reader, request, value) : resolveOne(reader, request, value);
}

type Request = Omit<NameRequest, 'given'>;

/** A set of records, in a list or in a text that lists them. */
async function resolveSeveral(reader: NameReader, request: Request, value: unknown): Promise<Outcome> {
  if (!Array.isArray(value) && typeof value !== 'string') return { value };
  const given: readonly unknown[] = [value].flat();
  const names = given.filter((one): one is string => typeof one === 'string' && readNumber(one) === undefined);
  const tooMany = findTooMany(request, names);
  if (tooMany !== undefined) return { value, problems: [tooMany] };
  const found = await Promise.all(
    given.map(async (one) =>
      typeof one === 'string' ? { one, words: await resolveWords(reader, request, one) } : { one },
    ),
  );
  const resolutions = found.flatMap(({ words = [] }) => words);
  const records = resolutions.flatMap((word) => ('resolved' in word ? [word.resolved] : []));
  const ids = found.flatMap(({ one, words }) =>
    words === undefined ? [one] : words.map((word) => ('resolved' in word ? word.resolved.id : word.problem.given)),
  );
  return {
    value: [...new Set(ids)],
    resolved: { [request.field]: [...new Map(records.map((record) => [record.id, record])).values()] },
    problems: resolutions.flatMap((word) => ('problem' in word ? [word.problem] : [])),
  };
}

/** A text that is a name even where it looks like a number: a serial number may be all digits. */
export interface CalledRecord {
  readonly called: string;
}

const isCalled = (value: unknown): value is CalledRecord =>
  isRecord(value) && typeof value['called'] === 'string' && Object.keys(value).length === 1;

/** Paths name a record by the number that people see: `75`, `#75`, or by what else it is called. */
async function resolveNumber(
  reader: NameReader,
  operation: Operation,
  field: string,
  value: unknown,
  me: string | undefined,
): Promise<Outcome> {
  const kind = pathParametersOf(operation).find(({ parameter }) => parameter === field)?.kind;
  if (isCalled(value) && kind !== undefined) return resolveOne(reader, { kind, field, me, inPath: true }, value.called);
  if (typeof value !== 'string') return { value };
  const number = readNumber(value);
  if (number !== undefined) return { value: number };
  // Titles of tickets are no names.
  if (kind === undefined || getKind(kind).isTitled === true) return { value };
  return resolveOne(reader, { kind, field, me, inPath: true }, value);
}

async function resolveOne(reader: NameReader, request: Request, value: unknown): Promise<Outcome> {
  // What is neither name nor id is for the check of the input to refuse.
  if (typeof value !== 'string') return { value };
  const found = await resolveName(reader, { ...request, given: value });
  if ('problem' in found) return { value, problems: [found.problem] };
  return { value: found.resolved.id, resolved: { [request.field]: [found.resolved] } };
}

/** Digits as an id; a JSON text of them is as good as the number. */
function toId({ type, kind }: FieldRule, value: unknown): unknown {
  if (kind === undefined) return value;
  if (type === 'integers') return isRecord(value) ? value : readList(value).flatMap(readList).map(toDigits);
  return toDigits(value);
}

function toDigits(value: unknown): unknown {
  return typeof value === 'string' ? (readNumber(value) ?? value) : value;
}
