import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  createRequestStateCodec,
  inputRequired,
  type InputRequiredResult,
  inputResponse,
  type McpServer,
  type RequestStateCodec,
  SdkError,
  SdkErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Answer, Consent } from './consent.js';

/** Hosts give up on a call after 60 seconds: the answer has to be out before. */
const ASK_MS = 50_000;

/** An empty form: the person accepts or declines. */
const FORM = { type: 'object', properties: {} } as const;

const KEY = 'consent';

/**
 * Binds an answer to the call that it was asked for; the key lives as long as the process that asks. It is made when it is
 * needed: Node takes its time to load what makes keys, and hosts wait for the start.
 */
export function createAnswerCodec(): RequestStateCodec<string> {
  let made: RequestStateCodec<string> | undefined;
  const codec = () => (made ??= createRequestStateCodec({ key: crypto.getRandomValues(new Uint8Array(32)) }));
  return { mint: (...args) => codec().mint(...args), verify: (...args) => codec().verify(...args) };
}

/** Questions of one call to the person at the host. */
export interface Elicitation {
  readonly consent: Consent;
  /** What the host is to answer before it calls again, in the 2026 protocol. */
  readonly pending: () => Promise<InputRequiredResult | undefined>;
}

/**
 * The way to ask the person, in either era of the protocol; undefined where the host shows no questions.
 *
 * @param call what is called with what, which an answer holds for.
 */
export function openElicitation(
  mcp: McpServer,
  context: ServerContext,
  call: string,
  codec: RequestStateCodec<string>,
): Elicitation | undefined {
  const { envelope } = context.mcpReq;
  const told = (envelope as Readonly<Record<string, unknown>> | undefined)?.[CLIENT_CAPABILITIES_META_KEY];
  const { elicitation } = (told as ClientCapabilities | undefined) ?? mcp.server.getClientCapabilities() ?? {};
  // A host that only opens addresses shows no forms.
  if (elicitation === undefined || (elicitation.url !== undefined && elicitation.form === undefined)) return undefined;
  if (envelope === undefined) {
    return { consent: { ask: (message) => askAtOnce(context, message) }, pending: async () => undefined };
  }
  let question: string | undefined;
  return {
    consent: {
      async ask(message) {
        const answer = readAnswer(context, call);
        if (answer === undefined) question = message;
        return answer;
      },
    },
    async pending() {
      if (question === undefined) return undefined;
      return inputRequired({
        inputRequests: { [KEY]: inputRequired.elicit({ message: question, requestedSchema: FORM }) },
        requestState: await codec.mint(call, context),
      });
    },
  };
}

/** The 2025 protocol: a request to the host while the call waits. */
async function askAtOnce({ mcpReq }: ServerContext, message: string): Promise<Answer> {
  const params = { mode: 'form' as const, message, requestedSchema: FORM };
  try {
    const { action, content } = await mcpReq.send(
      { method: 'elicitation/create', params },
      { timeout: ASK_MS, signal: mcpReq.signal },
    );
    return toAnswer(action, content);
  } catch (error) {
    if (mcpReq.signal.aborted) throw error;
    return error instanceof SdkError && error.code === SdkErrorCode.RequestTimeout ? 'unanswered' : 'unclear';
  }
}

/** The 2026 protocol: the host calls again and brings the answer along. */
function readAnswer({ mcpReq }: ServerContext, call: string): Answer | undefined {
  const { inputResponses, droppedInputResponseKeys = [] } = mcpReq;
  // An answer to another call, or to no question at all, is none.
  if (mcpReq.requestState<string>() !== call) return undefined;
  const response = inputResponse(inputResponses, KEY);
  if (response.kind === 'elicit') return toAnswer(response.action, response.content);
  return response.kind !== 'missing' || droppedInputResponseKeys.length > 0 || inputResponses?.[KEY] !== undefined
    ? 'unclear'
    : 'unanswered';
}

function toAnswer(action: string, content: Readonly<Record<string, unknown>> | undefined): Answer {
  const actions: Readonly<Record<string, Answer>> = { accept: 'accepted', decline: 'declined', cancel: 'cancelled' };
  const answer = Object.hasOwn(actions, action) ? (actions[action] ?? 'unclear') : 'unclear';
  // Somebody who accepts a form and says no in it has not agreed.
  return answer === 'accepted' && Object.values(content ?? {}).some((value) => value !== true) ? 'unclear' : answer;
}
