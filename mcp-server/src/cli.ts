import { createRedactor } from 'bossdesk-client/setup';
import { ConfigError, type Flags, readConfig } from './config.js';
import { createLog } from './log.js';
import { readServingFlags } from './servingFlags.js';
import { runStdio, type SetUp } from './stdio.js';
import { findUnknownVariables } from './unknownVariables.js';
import { readVersion } from './version.js';

/**
 * Runs the command line. Standard output is kept for the protocol and for what `login` prints; a flag, toolset or value
 * that means nothing is named on stderr and ends the process with 1.
 *
 * @param argv as in `process.argv`
 */
export async function runCli(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', ignoreClosedPipe);
  try {
    const flags = readServingFlags(argv.slice(2));
    if (flags === undefined) await (await import('./commands.js')).runCommand(argv, serve);
    else serve(flags);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`bossdesk-mcp: ${error.message}\n`);
    process.exitCode = 1;
  }
}

function serve(flags: Flags): void {
  const setUp = readSetUp(flags);
  runStdio(setUp, readVersion(), createLog(createRedactor(setUp.config)));
}

/**
 * The set-up for a host. Hosts hide what a process says and that it ended, so that what is wrong with a variable is the
 * answer to every call; with a flag, the command line ends as others do.
 */
function readSetUp(flags: Flags): SetUp {
  const log = createLog();
  for (const { message, restricts } of findUnknownVariables(process.env)) if (!restricts) log.warn(message);
  try {
    return { config: readConfig(process.env, flags) };
  } catch (error) {
    if (!(error instanceof ConfigError) || error.isFlag) throw error;
    log.warn(error.message);
    process.exitCode = 1;
    return { config: readConfig({}, flags), fault: error.message };
  }
}

/** Who reads may stop before the end (`bossdesk-mcp doctor | head -1`). */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
