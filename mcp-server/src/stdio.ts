import { flushCompiled } from './compileCache.js';
import { serveStdio } from './binding.js';
import type { ServerConfig } from './config.js';
import type { Connection } from './connection.js';
import { writeInstructions } from './instructions.js';
import type { Log } from './log.js';
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
  const call: Caller = async (...args) => (await open()).call(...args);
  const complete: Served['complete'] = async (...args) => (await open()).complete(...args);
  const info = { name: 'bossdesk-mcp', version, instructions: writeInstructions(config) };
  const server = serveStdio(info, { listed, call, complete }, (error) => log.warn(error.message));
  log.info(
    `${listed.length} tools on standard input and output${config.sandbox ? ', against an embedded sandbox' : ''}`,
  );

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await server.close();
    await (await opened)?.connection.close();
  };
  const stopAndReport = () => {
    stop().catch((error: unknown) => log.warn(String(error)));
  };
  process.stdin.once('close', stopAndReport);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopAndReport);
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
