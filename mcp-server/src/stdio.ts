import { serveStdio } from './binding.js';
import type { ServerConfig } from './config.js';
import { createConnection } from './connection.js';
import { createToolbox } from './dispatch.js';
import { INSTRUCTIONS } from './instructions.js';
import type { Log } from './log.js';
import { createNameMemory } from './names.js';

export interface SetUp {
  readonly config: ServerConfig;
  /** What is wrong with it: the answer to every call. */
  readonly fault?: string;
}

/**
 * Serves one host on standard input and output, until it closes its end or the process is told to stop. BOSSDesk is
 * not called before the first tool is.
 */
export function runStdio({ config, fault }: SetUp, version: string, log: Log): void {
  const connection = createConnection(config);
  const names = createNameMemory(connection.client);
  const toolbox = createToolbox({ config, fault, getClient: connection.client, names, log, now: connection.now });
  const server = serveStdio({ name: 'bossdesk-mcp', version, instructions: INSTRUCTIONS }, toolbox, (error) =>
    log.warn(error.message),
  );
  log.info(
    `${toolbox.offered.length} tools on standard input and output${config.sandbox ? ', against an embedded sandbox' : ''}`,
  );

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await server.close();
    await connection.close();
  };
  const stopAndReport = () => {
    stop().catch((error: unknown) => log.warn(String(error)));
  };
  process.stdin.once('close', stopAndReport);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopAndReport);
}
