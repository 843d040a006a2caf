import {
  type CallInput,
  type CallOptions,
  type Client,
  describeProblem,
  getKind,
  InvalidInputError,
  isBossDeskError,
  isDayWord,
  isRecord,
  type KindName,
  type NameProblem,
  type NameReader,
  type Operation,
  type OperationId,
  type RansackQuery,
  type ResolvedInput,
  type ReadClock,
  readCustomValues,
  readYesNo,
  resolveInput,
  type Row,
} from 'bossdesk-client';

/** Reads what names are looked up in, and keeps it for as long as the node runs, so that all items share one request. */
export function createNameReader(client: () => Promise<Client>, options: CallOptions): NameReader {
  const reads = new Map<string, Promise<readonly Row[]>>();
  const readOnce = (key: string, read: () => Promise<readonly Row[]>) => {
    const earlier = reads.get(key);
    if (earlier !== undefined) return earlier;
    const reading = read();
    reads.set(key, reading);
    // The next item may have more luck.
    void reading.catch(() => reads.delete(key));
    return reading;
  };
  return {
    all: (kind) =>
      readOnce(kind, async () => (await (await client()).call(listOf(kind), {}, options)) as readonly Row[]),
    find: (kind, q, limit) =>
      readOnce(JSON.stringify([kind, q, limit]), async () => findRows(await client(), kind, q, { ...options, limit })),
    read: async (operation, input) => {
      const [row] = await readOnce(JSON.stringify([operation, input]), async () =>
        readRecord(await client(), operation, input, options),
      );
      return row;
    },
  };
}

async function findRows(
  client: Client,
  kind: KindName,
  q: RansackQuery,
  options: CallOptions & { readonly limit: number },
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const page of client.pages(listOf(kind), { q }, options)) rows.push(...page);
  return rows;
}

/** One record by what stands on it, or none. */
export function readRecord(
  client: Client,
  operation: OperationId,
  input: CallInput,
  options: CallOptions,
): Promise<readonly Row[]> {
  return client.call(operation, input, options).then(
    (row) => [row as Row],
    (error: unknown) => {
      if (isBossDeskError(error, 'NotFoundError')) return [];
      throw error;
    },
  );
}

function listOf(kind: KindName): OperationId {
  const { list, noun } = getKind(kind);
  if (list === undefined) throw new Error(`Nothing lists ${noun}`);
  return list;
}

/**
 * Puts ids in place of names: people write names in expressions, and AI models know nothing else.
 *
 * @param readClock by whose clock custom fields are read, where an operation has some.
 * @throws InvalidInputError for names that are unknown or ambiguous, with candidates.
 */
export async function resolveNames(
  reader: NameReader,
  operation: Operation,
  given: CallInput,
  readClock?: ReadClock,
): Promise<CallInput> {
  const found = await resolveWords(reader, operation, given);
  return readClock === undefined ? found.input : (await readCustomValues(operation.id, found, readClock)).input;
}

/** The same, with what the names meant. */
export async function resolveWords(reader: NameReader, operation: Operation, given: CallInput): Promise<ResolvedInput> {
  return settle(operation, await lookUp(reader, operation, given));
}

/**
 * The same for what is only read; undefined where no record bears the name that is given for its number.
 *
 * @param tellMiss takes why there is none; without it, that is an error like any other.
 * @throws InvalidInputError for an ambiguous name, and for names of anything else.
 */
export async function resolveTarget(
  reader: NameReader,
  operation: Operation,
  given: CallInput,
  tellMiss: ((message: string, type: 'info') => void) | undefined,
): Promise<CallInput | undefined> {
  const found = await lookUp(reader, operation, given);
  const { problems } = found;
  const isNobody = ({ field, reason }: NameProblem) => field === 'friendly_id' && reason === 'unknown';
  if (problems.length === 0 || tellMiss === undefined || !problems.every(isNobody))
    return settle(operation, found).input;
  for (const problem of problems) tellMiss(wordProblem(problem), 'info');
  return undefined;
}

function lookUp(reader: NameReader, operation: Operation, given: CallInput): Promise<ResolvedInput> {
  return resolveInput(reader, operation, given, { hasCustomFieldIds: areIds(given['custom_fields']) });
}

function settle(operation: Operation, found: ResolvedInput): ResolvedInput {
  const { problems } = found;
  if (problems.length === 0) return found;
  throw new InvalidInputError({
    operation: operation.id,
    issues: problems.map((problem) => ({ field: problem.field, message: wordProblem(problem), isSentence: true })),
    hint: problems.every(({ values }) => values !== undefined)
      ? 'Give one of these.'
      : 'Give the name or the ID of one record.',
  });
}

/**
 * The mapper of custom fields gives ids, and values as their types want them; only an object of one's own can hold names,
 * or words that a field's type gives a meaning.
 */
function areIds(customFields: unknown): boolean {
  return (
    isRecord(customFields) &&
    Object.keys(customFields).every(isDigits) &&
    !Object.values(customFields).some(meansMoreByItsType)
  );
}

function meansMoreByItsType(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const isOrdered = /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}\s*$/.test(value);
  return isOrdered || isDayWord(value) || readYesNo(value) !== undefined;
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);

/** `no CI type is called "Laptp"; close to it: Laptop (ID 17004, in Hardware)` */
function wordProblem(problem: NameProblem): string {
  const { candidates, listing, more } = problem;
  const said = describeProblem(problem);
  if (candidates.length === 0) return said;
  const listed = candidates.map(
    ({ id, name, note }) => `${name} (ID ${String(id)}${note === undefined ? '' : `, ${note}`})`,
  );
  return `${said}; ${listing}: ${listed.join(', ')}${more === 0 ? '' : ` and ${String(more)} more`}`;
}
