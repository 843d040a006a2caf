import { createRedactor } from 'bossdesk-client';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ConfigError, type ServerConfig } from './config.js';
import { describeSetupFailure, type Login, signIn } from './connection.js';

/**
 * Exchanges a user name and password for the API key and prints the key alone on standard output (doc L36-64). What the
 * environment does not say is asked for: on a terminal with the password hidden, otherwise a line each of standard input.
 *
 * @returns the exit code
 */
export async function runLogin(config: ServerConfig): Promise<0 | 1> {
  let credential: Login | undefined;
  try {
    credential = await readCredential(config);
    process.stdout.write(`${await signIn(config, credential)}\n`);
    return 0;
  } catch (error) {
    const words =
      describeSetupFailure(error, { ...config, apiKey: undefined }) ??
      (error instanceof Error ? error.message : String(error));
    process.stderr.write(`bossdesk-mcp: ${createRedactor({ ...config, ...credential })(words)}\n`);
    return 1;
  }
}

async function readCredential({ username, password }: ServerConfig): Promise<Login> {
  if (username !== undefined && password !== undefined) return { username, password };
  const ask = process.stdin.isTTY ? askOnTerminal : await readLines();
  const given = {
    username: username ?? (await ask('BOSSDesk user name: ', false)),
    password: password ?? (await ask('Password: ', true)),
  };
  if (given.username === '' || given.password === '') {
    throw new ConfigError(
      'The user name or the password is missing: set BOSSDESK_USERNAME and BOSSDESK_PASSWORD, or give them on standard input, a line each.',
    );
  }
  return given;
}

async function readLines(): Promise<() => Promise<string>> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) lines.push(line);
  return () => Promise.resolve(lines.shift() ?? '');
}

/** The prompt goes to stderr, so that the key can be piped on; what is typed for a password is not shown. */
async function askOnTerminal(question: string, isHidden: boolean): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({
    input: process.stdin,
    output: isHidden ? nowhere : process.stderr,
    terminal: true,
  });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    if (isHidden) process.stderr.write('\n');
  }
}
