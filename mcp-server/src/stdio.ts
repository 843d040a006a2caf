import { flushCompiled } from './compileCache.js';
import { serveStdio } from './binding.js';
import type { ServerConfig } from './config.js';
import type { Connection } from './connection.js';
import { createInFlight } from './inFlight.js';
import { writeInstructions } from './instructions.js';
import type { Log } from './log.js';
import { createMessageReader } from './messages.js';
import { listOffered } from './offered.js';
import type { Caller, Served } from './served.js';

export interface SetUp {
  readonly config: ServerConfig;
  /** What is wrong with it: the answer to every call. */
  readonly fault?: string | undefined;
}

/**
 * Serves one host on standard input and output, until it closes its end or the process is told to stop. Tools, and what
 * they work with, are loaded by the first call; BOSSDesk is not called before.
 */
export function runStdio(setUp: SetUp, version: string, log: Log): void {
  const { config } = setUp;
  const listed = listOffered(config);
  let opened: ReturnType<typeof openToolbox> | undefined;
  const open = () => (opened ??= openToolbox(setUp, log));
  const calls = createInFlight();
  const call: Caller = (name, ...args) => calls.track(name, async () => (await open()).call(name, ...args));
  const complete: Served['complete'] = async (...args) => (await open()).complete(...args);
  const info = { name: 'bossdesk-mcp', version, instructions: writeInstructions(config) };
  // What the library finds wrong with a message takes many lines.
  const server = serveStdio(info, { listed, call, complete }, ({ message }) =>
    log.warn(message.replace(/\s+/g, ' ').slice(0, LONGEST_WARNING)),
  );
  const read = createMessageReader({
    deliver: server.deliver,
    warn: (message) => log.warn(message),
    answer: (line) => process.stdout.write(line),
  });
  process.stdin.on('data', read);
  log.info(
    `${listed.length} tools on standard input and output${config.sandbox ? ', against an embedded sandbox' : ''}`,
  );

  let isClosed = false;
  const stop = async (patienceMs: number) => {
    await calls.wait(patienceMs);
    if (isClosed) return;
    isClosed = true;
    clearInterval(watch);
    const left = calls.labels();
    const sent = opened === undefined ? [] : (await opened).connection.sending();
    if (left.length > 0) log.warn(describeLeft(left, sent));
    process.stdin.destroy();
    // What still holds the process then is given up.
    setTimeout(() => process.exit(), LAST_MS).unref();
    await server.close();
    await (await opened)?.connection.close();
  };
  const stopWithin = (patienceMs: number) => () => {
    stop(patienceMs).catch((error: unknown) => log.warn(String(error)));
  };
  for (const event of ['end', 'close'] as const) process.stdin.once(event, stopWithin(ANSWER_MS));
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.once(signal, stopWithin(HURRY_MS));
  // A wrapper that was killed cannot say so, and its host may keep the pipe open.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stopWithin(HURRY_MS)();
  }, PARENT_MS).unref();
}

const LONGEST_WARNING = 300;

/** Who closed the input may still read: calls that are under way are answered. */
const ANSWER_MS = 30_000;

/** Hosts kill a process two seconds after they told it to stop. */
const HURRY_MS = 1500;

const LAST_MS = 1000;
const PARENT_MS = 1000;

function describeLeft(calls: readonly string[], requests: readonly string[]): string {
  const sent =
    requests.length === 0
      ? 'Nothing was sent that is not answered.'
      : `Sent and not answered: ${requests.join(', ')}. Look whether a change was made before sending it again.`;
  return `Stopped while ${calls.join(', ')} was under way. ${sent}`;
}

async function openToolbox(
  { config, fault }: SetUp,
  log: Log,
): Promise<{ call: Caller; complete: Served['complete']; connection: Connection }> {
  const [{ createConnection }, { createToolbox }, { createNameMemory }, completions] = await Promise.all([
    import('./connection.js'),
    import('./dispatch.js'),
    import('./names.js'),
    import('./completions.js'),
  ]);
  flushCompiled();
  const connection = createConnection(config);
  const names = createNameMemory(connection.client);
  const { client: getClient, now, redact } = connection;
  const toolbox = createToolbox({ config, fault, getClient, names, log, now, redact });
  return {
    call: (...args) => toolbox.call(...args),
    async complete(variable, typed) {
      if (fault !== undefined) return [];
      // What cannot be completed is typed.
      return completions.complete(getClient, variable, typed).catch(() => []);
    },
    connection,
  };
}
