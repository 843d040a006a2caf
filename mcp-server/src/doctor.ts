import { type Client, getOperation, isBossDeskError, type OperationId } from 'bossdesk-client';
import type { ServerConfig } from './config.js';
import { createConnection, describeSetupFailure } from './connection.js';
import { offeredTools } from './dispatch.js';
import { checkFolders, checkMe } from './doctorSettings.js';
import { oneLine } from './render/text.js';

interface Outcome {
  readonly level: 'ok' | 'note' | 'WRONG';
  readonly text: string;
}

/** Beyond this, filters by time and the ten minutes of a file's link go wrong. */
const MAX_CLOCK_DRIFT_S = 60;

/**
 * Checks the set-up against the account and says how to mend what is wrong. It only reads.
 *
 * @returns the exit code: 0 when everything that is switched on works, else 1.
 */
export async function runDoctor(config: ServerConfig, print: (line: string) => void = printLine): Promise<0 | 1> {
  let serverDate: string | undefined;
  const connection = createConnection(config, ({ headers }) => {
    serverDate = headers['date'];
  });
  const outcomes: Outcome[] = [];
  const report = (outcome: Outcome) => {
    outcomes.push(outcome);
    print(`${outcome.level.padEnd(5)}  ${connection.redact(outcome.text)}`);
  };
  try {
    for (const { isRight, text } of await checkFolders(config)) report(isRight ? right(text) : wrong(text));
    const client = await connection.client();
    const account = await client.account.get();
    const asked = Date.now();
    report(right(`URL and key: ${client.baseUrl} answers as "${oneLine(account.name)}"`));
    report(checkClock(serverDate, asked));
    for (const id of readsOf(config)) report(await checkRead(client, id, config));
    report(await checkOwnUser(client, config));
    report({
      level: 'note',
      text: 'Whether this user may change things, the first change will tell: only reading was tried.',
    });
  } catch (error) {
    report(wrong(describeSetupFailure(error, config) ?? describeError(error)));
  } finally {
    await connection.close();
  }
  return outcomes.some(({ level }) => level === 'WRONG') ? 1 : 0;
}

/** The lists that the tools switched on read. */
function readsOf(config: ServerConfig): OperationId[] {
  const ids = new Set(offeredTools(config).flatMap(({ operations }) => operations));
  return [...ids].filter(
    (id) => getOperation(id).change === undefined && !getOperation(id).path.includes(':') && id !== 'account.get',
  );
}

async function checkRead(client: Client, id: OperationId, config: ServerConfig): Promise<Outcome> {
  const { path, paginated } = getOperation(id);
  try {
    await client.call(id, paginated === true ? { per_page: 1 } : {});
    return right(`GET ${path}`);
  } catch (error) {
    const toolsets = new Set(
      offeredTools(config).flatMap(({ operations, toolset }) => (operations.includes(id) ? [toolset] : [])),
    );
    return wrong(
      `GET ${path} (toolsets ${[...toolsets].join(', ')}): ${describeError(error)} Or leave those toolsets out of BOSSDESK_TOOLSETS.`,
    );
  }
}

/** Whom `me` stands for. */
async function checkOwnUser(client: Client, config: ServerConfig): Promise<Outcome> {
  try {
    const found = await checkMe(client, config);
    if (found !== undefined) return found.isRight ? right(found.text) : wrong(found.text);
    return { level: 'note', text: 'BOSSDESK_ME is not set: arguments that say me are refused.' };
  } catch (error) {
    return wrong(`BOSSDESK_ME: ${describeError(error)}`);
  }
}

function checkClock(serverDate: string | undefined, nowMs: number): Outcome {
  const serverMs = Date.parse(serverDate ?? '');
  if (Number.isNaN(serverMs)) return right('Clock: the server does not tell its time');
  const drift = Math.round((nowMs - serverMs) / 1000);
  if (Math.abs(drift) <= MAX_CLOCK_DRIFT_S) return right('Clock: agrees with the server');
  const direction = drift > 0 ? 'ahead of' : 'behind';
  return wrong(
    `Clock: this machine is ${Math.abs(drift)} seconds ${direction} the server. Set it, e.g. by switching on time synchronisation.`,
  );
}

function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return [`${oneLine(message, 500)}.`, isBossDeskError(error) ? error.hint : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}

function right(text: string): Outcome {
  return { level: 'ok', text };
}

function wrong(text: string): Outcome {
  return { level: 'WRONG', text };
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
