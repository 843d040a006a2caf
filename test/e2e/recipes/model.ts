import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a chat model is asked. */
export interface Question {
  /** The rules it is given. */
  readonly system: string;
  /** What was last said to it. */
  readonly user: string;
  /** What tools answered since then. */
  readonly toolResults: readonly string[];
  /** Names of the tools that it may call. */
  readonly tools: readonly string[];
}

/** What it says, or the tool that it calls. */
export type Reply = string | { readonly tool: string; readonly args: Readonly<Record<string, unknown>> };

/** An OpenAI-compatible server whose model answers by script. */
export interface Model {
  /** Its base URL, as a credential takes it. */
  readonly url: string;
  /** In the order in which they came. */
  readonly questions: Question[];
  answerBy(script: (question: Question) => Reply): void;
  /** Makes it answer 401 until it is cleared. */
  breakDown(): void;
  /** Forgets questions and script; without a script it says that it has none, which fits no format. */
  clear(): void;
  close(): Promise<void>;
}

interface Message {
  readonly role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
  readonly content: string | null;
}

interface Completion {
  readonly messages: readonly Message[];
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
}

const noScript = (): Reply => 'There is no script.';

export async function openModel(): Promise<Model> {
  const questions: Question[] = [];
  let script: (question: Question) => Reply = noScript;
  let isDown = false;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (text: Buffer) => (body += text.toString()));
    request.on('end', () => {
      const question = readQuestion(JSON.parse(body) as Completion);
      questions.push(question);
      response.writeHead(isDown ? 401 : 200, { 'content-type': 'application/json' });
      const answer = isDown
        ? { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } }
        : complete(script(question), questions.length);
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    questions,
    answerBy: (next) => (script = next),
    breakDown: () => (isDown = true),
    clear() {
      questions.length = 0;
      isDown = false;
      script = noScript;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function readQuestion({ messages, tools = [] }: Completion): Question {
  const asked = messages.findLastIndex(({ role }) => role === 'user');
  const textOf = (role: Message['role'], from = 0) =>
    messages.slice(from).flatMap((message) => (message.role === role ? [message.content ?? ''] : []));
  return {
    // Newer models of OpenAI's are given the rules under another role.
    system: [...textOf('system'), ...textOf('developer')].join('\n'),
    user: messages[asked]?.content ?? '',
    toolResults: textOf('tool', asked),
    tools: tools.map((tool) => tool.function.name),
  };
}

function complete(reply: Reply, count: number): unknown {
  const message =
    typeof reply === 'string'
      ? { role: 'assistant', content: reply }
      : {
          role: 'assistant',
          content: null,
          tool_calls: [
            {
              id: `call_${count}`,
              type: 'function',
              function: { name: reply.tool, arguments: JSON.stringify(reply.args) },
            },
          ],
        };
  return {
    id: `chatcmpl-${count}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason: typeof reply === 'string' ? 'stop' : 'tool_calls' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}
