import {
  type CallInput,
  type CallOptions,
  type Client,
  describeProblem,
  getKind,
  InvalidInputError,
  type KindName,
  type NameProblem,
  type NameReader,
  type Operation,
  type OperationId,
  type RansackQuery,
  type ResolvedInput,
  type ReadClock,
  readCustomDays,
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

function listOf(kind: KindName): OperationId {
  const { list, noun } = getKind(kind);
  if (list === undefined) throw new Error(`Nothing lists ${noun}`);
  return list;
}

/**
 * Puts ids in place of names: people write names in expressions, and AI models know nothing else.
 *
 * @param readClock by whose clock days in custom fields are read, where an operation has some.
 * @throws InvalidInputError for names that are unknown or ambiguous, with candidates.
 */
export async function resolveNames(
  reader: NameReader,
  operation: Operation,
  given: CallInput,
  readClock?: ReadClock,
): Promise<CallInput> {
  const found = await resolveWords(reader, operation, given);
  return readClock === undefined ? found.input : (await readCustomDays(operation.id, found, readClock)).input;
}

/** The same, with what the names meant. */
export async function resolveWords(reader: NameReader, operation: Operation, given: CallInput): Promise<ResolvedInput> {
  const found = await resolveInput(reader, operation, given, { hasCustomFieldIds: areIds(given['custom_fields']) });
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

/** The mapper of custom fields gives ids; only an object of one's own can hold names. */
function areIds(customFields: unknown): boolean {
  return typeof customFields === 'object' && customFields !== null && Object.keys(customFields).every(isDigits);
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
