import { type BossDeskError, type Client, isBossDeskError, mendText, readDay, type Redactor } from 'bossdesk-client';
import { type AccountClock, createAccountClock } from './clock.js';
import { describeSetupFailure } from './connection.js';
import { ConfigError, type ServerConfig } from './config.js';
import { agreeOnDeletion, type Consent, refuseUnconfirmed } from './consent.js';
import type { Log } from './log.js';
import { listCandidates, NameError, type NameMemory } from './names.js';
import { type Offer, reasonAgainst } from './offered.js';
import { addLine, buildReply, completeStructured, type ToolReply } from './render/reply.js';
import { setApart, setIdApart } from './render/apiWords.js';
import { oneLine } from './render/text.js';
import { tools } from './tools/index.js';
import { readArguments } from './tools/readArguments.js';
import { resolveNumbers } from './tools/resolveArguments.js';
import { riskOfTool, TIME_IS_UP, type Tool, type ToolArguments, ToolError } from './tools/tool.js';

/** The tools as one account and one set-up offer them. */
export interface Toolbox {
  /** Tools that may be called, sorted by name. */
  readonly offered: readonly Tool[];
  /** Calls a tool; every failure is a reply. `undefined` when there is no such tool. */
  call(name: string, args: unknown, calling: Calling): Promise<ToolReply | undefined>;
}

/** What a call has besides its arguments. */
export interface Calling {
  /** Ends the call. */
  readonly signal: AbortSignal;
  /** Tells the host how many records of a long list were read so far. */
  readonly report?: ((read: number) => void) | undefined;
  /** Asks the person, where the host can. */
  readonly consent?: Consent | undefined;
}

export interface ToolboxParts {
  readonly config: ServerConfig;
  /** What is wrong with the set-up: the answer to every call. */
  readonly fault?: string | undefined;
  readonly getClient: () => Promise<Client>;
  readonly names: NameMemory;
  readonly log: Log;
  /** Blots secrets out of all that leaves. */
  readonly redact?: Redactor;
  /** The desk's time, in milliseconds since 1970; by this machine's clock if not given. */
  readonly now?: () => number;
}

/** Hosts give up on a call after 60 seconds; the answer must be out before. */
const CALL_TIMEOUT_MS = 55_000;

/** For a call of several steps to look how far it came. */
const LAST_WORDS_MS = 3_500;

export function createToolbox(parts: ToolboxParts): Toolbox {
  const { config, log, getClient, now = Date.now, redact = (text: string) => text } = parts;
  const clock = createAccountClock(getClient, now);
  return {
    offered: offeredTools(config),
    async call(name, given, calling) {
      const tool = tools.find((one) => one.name === name);
      if (tool === undefined) return undefined;
      if (parts.fault !== undefined) return { text: `The set-up is wrong: ${parts.fault}`, isError: true };
      // Checked here too: a host may call what was never listed.
      const reason = reasonAgainst(offerOf(tool), config);
      if (reason !== undefined) return { text: `${name} is not available: ${reason}.`, isError: true };
      const answer = async (run: () => Promise<ToolReply> | ToolReply): Promise<ToolReply> => {
        try {
          return await run();
        } catch (error) {
          if (!isExpected(error))
            log.warn(
              redact(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
            );
          return describeFailure(error, tool, config);
        }
      };
      const reply = await answer(async () => {
        const { args, notes } = readArguments(tool, given);
        return notes.reduce(addLine, await answer(() => runTool({ ...parts, clock }, tool, args, calling)));
      });
      // Hosts that are strict end the connection at half a letter, as a text that was cut ends in.
      return completeStructured({ ...reply, text: redact(mendText(reply.text)) });
    },
  };
}

/** The tools that a set-up allows. */
export function offeredTools(config: ServerConfig): readonly Tool[] {
  return tools.filter((tool) => reasonAgainst(offerOf(tool), config) === undefined);
}

const offerOf = (tool: Tool): Offer => ({ toolset: tool.toolset, risk: riskOfTool(tool) });

async function runTool(
  {
    config,
    getClient,
    names,
    clock,
    now = Date.now,
  }: ToolboxParts & { readonly clock: ReturnType<typeof createAccountClock> },
  tool: Tool,
  args: ToolArguments,
  { signal, report = () => undefined, consent }: Calling,
): Promise<ToolReply> {
  const mustAgree = riskOfTool(tool) === 'destructive' && config.destructive === 'confirm';
  if (mustAgree && consent === undefined) refuseUnconfirmed(tool, args);
  let used: AccountClock | undefined;
  const readClock = async () => (used = await clock.read());
  const prepare = async (limited: AbortSignal, given: ToolArguments) => {
    const context = { client: await getClient(), names, config, signal: limited, readClock, report, now };
    return { context, args: await resolveNumbers(context, tool, given) };
  };
  let agreed = args;
  if (mustAgree && consent !== undefined) {
    const { context, args: numbered } = await withinTime(tool, signal, (limited) => prepare(limited, args));
    // A person takes the time that a person takes, and agrees to this very record.
    if (!(await agreeOnDeletion({ client: context.client, signal }, tool, numbered, consent)))
      return { text: 'The user is being asked.' };
    agreed = numbered;
  }
  return withinTime(tool, signal, async (limited) => {
    const { context, args: numbered } = await prepare(limited, agreed);
    return nameZone(await tool.run(context, numbered), used);
  });
}

/** Whoever gives a time without a zone is told which one it was read in. */
function nameZone(reply: ToolReply, clock: AccountClock | undefined): ToolReply {
  return clock === undefined
    ? reply
    : addLine(
        reply,
        `Days and times without a zone were read in the account's: ${clock.label}, where it is ${readDay('today', clock)}.`,
      );
}

/**
 * The answer in time, or the news that there is none: waits between retries would hold the call longer than its host does.
 * What takes several steps has a moment to say how far it came.
 */
async function withinTime<T>(tool: Tool, signal: AbortSignal, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (tool.isSlow === true) return run(signal);
  // One signal of our own for both ends: `AbortSignal.any` costs more than the timers do.
  const limit = new AbortController();
  const cancel = () => limit.abort(signal.reason);
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel, { once: true });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => {
        limit.abort(TIME_IS_UP);
        timer = setTimeout(() => reject(tooLate(tool)), LAST_WORDS_MS);
      }, CALL_TIMEOUT_MS);
      run(limit.signal).then(resolve, reject);
    });
  } catch (error) {
    const isGivenUp = isBossDeskError(error, 'AbortedError') || error === limit.signal.reason;
    throw limit.signal.reason === TIME_IS_UP && isGivenUp ? tooLate(tool) : error;
  } finally {
    signal.removeEventListener('abort', cancel);
    clearTimeout(timer);
  }
}

function tooLate(tool: Tool): ToolError {
  return new ToolError(
    `${tool.title} took longer than ${CALL_TIMEOUT_MS / 1000} seconds and was given up.${riskOfTool(tool) === 'read' ? '' : ' A change may have been made: look before trying again.'}`,
  );
}

function isExpected(error: unknown): boolean {
  return (
    error instanceof NameError || error instanceof ToolError || error instanceof ConfigError || isBossDeskError(error)
  );
}

/** A failure in words for the model: what failed, what was said, what to do next. */
function describeFailure(error: unknown, tool: Tool, config: ServerConfig): ToolReply {
  const setup = describeSetupFailure(error, config);
  if (setup !== undefined) return { text: setup, isError: true };
  if (error instanceof NameError) {
    const unchanged = riskOfTool(tool) === 'read' ? '' : 'Nothing was changed.';
    return {
      ...buildReply({ head: error.message, data: error.problems.flatMap(listCandidates), foot: unchanged }),
      isError: true,
    };
  }
  if (error instanceof ToolError) return { ...buildReply({ head: error.message, data: error.data }), isError: true };
  if (isBossDeskError(error)) return describeApiFailure(error);
  // What goes through an answer expects the fields that it is documented to have.
  if (error instanceof TypeError) {
    const mayHaveChanged = riskOfTool(tool) === 'read' ? '' : ' A change may have been made: look before trying again.';
    return {
      text: `${tool.title}: BOSSDesk's answer is not of the form that it documents.${mayHaveChanged}`,
      isError: true,
    };
  }
  return {
    text: `Unexpected failure: ${oneLine(error instanceof Error ? error.message : String(error), 300)}`,
    isError: true,
  };
}

function describeApiFailure(error: BossDeskError): ToolReply {
  const [failure, id] = [setApart(error), setIdApart(error)];
  const words = [failure.head, error.hint ?? '', id.head].filter((word) => word !== '');
  return { ...buildReply({ head: words.join(' '), data: [...failure.data, ...id.data] }), isError: true };
}
