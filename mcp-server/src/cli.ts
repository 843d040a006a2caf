import { Command } from 'commander';
import { ConfigError, type Flags, readConfig, type ServerConfig } from './config.js';
import { createLog } from './log.js';
import { type Setting, settings } from './settings.js';
import type { SetUp } from './stdio.js';
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
  const program = new Command('bossdesk-mcp')
    .description('MCP server for BOSSDesk. Without a command it serves a host on standard input and output.')
    .version(readVersion(), '-V, --version')
    .helpCommand(false)
    .allowExcessArguments()
    .showHelpAfterError('(bossdesk-mcp --help lists what there is)')
    .addHelpText('after', describeVariables());
  addFlags(program).action(async (flags: Flags) => {
    const [unknown] = program.args;
    if (unknown !== undefined) program.error(`error: unknown command '${unknown}'`);
    const { runStdio } = await import('./stdio.js');
    runStdio(readSetUp(flags), readVersion(), createLog());
  });
  addFlags(
    program
      .command('doctor')
      .allowExcessArguments(false)
      .description('Checks URL, key, permissions and clock, and says how to mend what is wrong.'),
  ).action(async (flags: Flags) => {
    const { runDoctor } = await import('./doctor.js');
    process.exitCode = await runDoctor(readOwnConfig(flags, program));
  });
  addFlags(
    program
      .command('login')
      .allowExcessArguments(false)
      .description(
        'Prints the API key of the user whose name and password are in the environment or on standard input.',
      ),
  ).action(async (flags: Flags) => {
    const { runLogin } = await import('./login.js');
    process.exitCode = await runLogin(readOwnConfig(flags, program));
  });
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`bossdesk-mcp: ${error.message}\n`);
    process.exitCode = 1;
  }
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

/** Flags may stand before or after the command. */
function readOwnConfig(flags: Flags, program: Command): ServerConfig {
  return readConfig(process.env, { ...program.opts<Flags>(), ...flags });
}

function addFlags(command: Command): Command {
  for (const { flag, meaning } of Object.values<Setting<unknown>>(settings)) {
    if (flag !== undefined) command.option(flag, meaning.replaceAll('`', ''));
  }
  return command;
}

function describeVariables(): string {
  const lines = Object.values<Setting<unknown>>(settings).map(({ variable, flag, meaning }) => {
    const flagName = flag === undefined ? '' : ` (${flag.split(' ')[0] ?? ''})`;
    return `  ${variable}${flagName}: ${meaning.replaceAll('`', '')}`;
  });
  return `\nEnvironment, each with the flag that wins over it:\n${lines.join('\n')}\n`;
}
