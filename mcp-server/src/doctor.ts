import { type Client, getOperation, isBossDeskError, type OperationId } from 'bossdesk-client';
import { watchCertificates } from './certificates.js';
import type { ServerConfig } from './config.js';
import { createConnection, describeSetupFailure } from './connection.js';
import { offeredTools } from './dispatch.js';
import {
  checkCertificate,
  checkClock,
  checkFolders,
  checkMe,
  checkPermissions,
  checkPlainHttp,
  checkProxy,
  type Outcome,
  right,
  warn,
  wrong,
} from './doctorChecks.js';
import { oneLine } from './render/text.js';

/** After this no request begins: somebody waits before a terminal. */
const DOCTOR_MS = 8000;

/** For each request of it; a desk that needs longer is worth a word. */
const REQUEST_MS = 4000;

/**
 * Checks the set-up against the account and says how to mend what is wrong, each line as soon as it is known. It only
 * reads, and ends within 15 seconds.
 *
 * @returns the exit code: 0 when everything that is switched on works, else 1.
 */
export async function runDoctor(config: ServerConfig, print: (line: string) => void = printLine): Promise<0 | 1> {
  const signal = AbortSignal.timeout(DOCTOR_MS);
  const timeoutMs = Math.min(config.limits.timeoutMs, REQUEST_MS);
  const hurried = { ...config, limits: { ...config.limits, timeoutMs, maxRetries: 0, patienceMs: 0 } };
  let serverDate: string | undefined;
  const connection = createConnection(hurried, ({ headers }) => {
    serverDate = headers['date'];
  });
  const levels = new Set<Outcome['level']>();
  let isOver = false;
  const report = (...outcomes: Outcome[]) => {
    if (isOver) return;
    for (const { level, text } of outcomes) {
      levels.add(level);
      print(`${level.padEnd(5)}  ${connection.redact(text)}`);
    }
  };
  const check = async () => {
    report(...config.slips.map(warn), ...(await checkFolders(config.filesDirs)));
    using certificates = watchCertificates();
    const client = await connection.client();
    report(checkProxy(client.baseUrl, client.proxy), ...checkPlainHttp(client.baseUrl));
    const account = await client.account.get(undefined, { signal });
    const asked = Date.now();
    report(right(`URL and key: ${client.baseUrl} answers as "${oneLine(account.name)}"`));
    report(...checkCertificate(certificates.last(), asked), checkClock(serverDate, asked));
    report(...(await checkMe(client, config)));
    const reads = readsOf(config).map((id) => checkRead(client, id, config, signal));
    // The first that fails is told; the others fail with it.
    for (const read of reads) read.catch(() => undefined);
    for (const read of reads) report(await read);
    report(await checkPermissions(client, config, signal));
  };
  try {
    await untilAborted(check(), signal);
  } catch (error) {
    report(wrong(signal.aborted ? UNFINISHED : (describeSetupFailure(error, config) ?? describeError(error))));
  }
  const code = levels.has('WRONG') ? 1 : 0;
  isOver = true;
  await connection.close();
  return code;
}

/** Looking a name up hears no signal. */
async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, reject } = createRejection();
  signal.addEventListener('abort', reject, { once: true });
  await Promise.race([work, promise]);
  signal.removeEventListener('abort', reject);
}

function createRejection(): { readonly promise: Promise<never>; readonly reject: () => void } {
  let reject = (): void => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = () => refuse(new Error('The time is over'));
  });
  return { promise, reject };
}

const UNFINISHED = 'Not everything was checked: the desk is too slow for the 15 seconds that this takes at most.';

/** The lists that the tools switched on read. */
function readsOf(config: ServerConfig): OperationId[] {
  const ids = new Set(offeredTools(config).flatMap(({ operations }) => operations));
  return [...ids].filter(
    (id) => getOperation(id).change === undefined && !getOperation(id).path.includes(':') && id !== 'account.get',
  );
}

async function checkRead(client: Client, id: OperationId, config: ServerConfig, signal: AbortSignal): Promise<Outcome> {
  const { path, paginated } = getOperation(id);
  try {
    await client.call(id, paginated === true ? { per_page: 1 } : {}, { signal });
    return right(`GET ${path}`);
  } catch (error) {
    if (signal.aborted) throw error;
    const toolsets = new Set(
      offeredTools(config).flatMap(({ operations, toolset }) => (operations.includes(id) ? [toolset] : [])),
    );
    return wrong(
      `GET ${path} (toolsets ${[...toolsets].join(', ')}): ${describeError(error)} Or leave those toolsets out of BOSSDESK_TOOLSETS.`,
    );
  }
}

function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return [`${oneLine(message, 500)}.`, isBossDeskError(error) ? error.hint : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
