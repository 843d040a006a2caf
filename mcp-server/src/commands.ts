import { Command } from 'commander';
import { type Flags, readConfig, type ServerConfig } from './config.js';
import { type Setting, settings } from './settings.js';
import { readVersion } from './version.js';

/**
 * Reads a command line of any form and does what it says.
 *
 * @param serve serves a host on standard input and output.
 */
export async function runCommand(argv: readonly string[], serve: (flags: Flags) => void): Promise<void> {
  const program = new Command('bossdesk-mcp')
    .description('MCP server for BOSSDesk. Without a command it serves a host on standard input and output.')
    .version(readVersion(), '-V, --version')
    .helpCommand(false)
    .allowExcessArguments()
    .showHelpAfterError('(bossdesk-mcp --help lists what there is)')
    .addHelpText('after', describeVariables());
  addFlags(program).action((flags: Flags) => {
    const [unknown] = program.args;
    if (unknown !== undefined) program.error(`error: unknown command '${unknown}'`);
    serve(flags);
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
  await program.parseAsync(argv);
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
