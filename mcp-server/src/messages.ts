/** More than a file of a few megabytes in Base64; a host that sends more has lost its way. */
export const MAX_MESSAGE_BYTES = 10_000_000;

/** Of a message that is too long, as much is kept at both ends as tells its id. */
const KEPT = 1000;

interface Reader {
  /** Takes a message, as the host sent it. */
  readonly deliver: (message: object) => void;
  /** Tells the operator, in one line. */
  readonly warn: (message: string) => void;
  /** Answers the host past the protocol library, which never sees the message. */
  readonly answer: (line: string) => void;
}

/**
 * Reads the messages of a host, a line each, for the protocol library: what is `null` where nothing belongs counts as left
 * out, as serializers of other languages write it. A message that is too long or nested without end is refused alone, and
 * a line that is none is left aside; to the library's own reader either would end the connection or pass without a word.
 *
 * @returns what takes the bytes as they come.
 */
export function createMessageReader(reader: Reader): (chunk: Buffer) => void {
  const { warn, answer } = reader;
  let pieces: Buffer[] = [];
  let size = 0;
  let [start, end] = ['', ''];

  const take = (piece: Buffer) => {
    size += piece.length;
    if (size <= MAX_MESSAGE_BYTES) {
      pieces.push(piece);
      return;
    }
    // The first piece that is too much ends the gathering; those that follow only show how the message ends.
    if (pieces.length > 0) start = Buffer.concat(pieces).subarray(0, KEPT).toString();
    else if (start === '') start = piece.subarray(0, KEPT).toString();
    end = (end + piece.subarray(-KEPT).toString()).slice(-KEPT);
    pieces = [];
  };

  const finish = (): void => {
    const line = size > MAX_MESSAGE_BYTES ? undefined : Buffer.concat(pieces).toString();
    const [bytes, first, last] = [size, start, end];
    [pieces, size, start, end] = [[], 0, '', ''];
    if (line !== undefined) {
      readLine(line, reader);
      return;
    }
    const id = findId(first, last);
    warn(`A message of ${bytes} bytes was refused: more than ${MAX_MESSAGE_BYTES} are not read`);
    const message = `The message is larger than ${MAX_MESSAGE_BYTES / 1e6} MB. Send less at once.`;
    if (id !== undefined) answer(wordRefusal(id, message));
  };

  return (chunk) => {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at));
      finish();
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  };
}

/** The id as it is written; libraries put it first or last. */
function findId(start: string, end: string): string | undefined {
  const id = String.raw`(\d{1,16}|"[^"\\]{1,100}")`;
  const first = new RegExp(String.raw`^\s*\{\s*(?:"jsonrpc"\s*:\s*"2\.0"\s*,\s*)?"id"\s*:\s*${id}\s*,`).exec(start);
  const last = new RegExp(String.raw`,\s*"id"\s*:\s*${id}\s*(?:,\s*"jsonrpc"\s*:\s*"2\.0"\s*)?\}\s*$`).exec(end);
  return first?.[1] ?? last?.[1];
}

/** @param id as JSON. */
const wordRefusal = (id: string, message: string): string =>
  `{"jsonrpc":"2.0","id":${id},"error":${JSON.stringify({ code: -32600, message })}}\n`;

/** Deeper than any call is; what goes through a message calls itself for each level, and would end the process. */
const MAX_DEPTH = 100;

function isDeep(value: unknown, left = MAX_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((one) => isDeep(one, left - 1));
}

function readLine(whole: string, { deliver, warn, answer }: Reader): void {
  // Windows' pipes may begin with the sign of a text file.
  const line = whole.replace(/^\uFEFF/, '');
  if (line.trim() === '') return;
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    warn(`A line of ${line.length} characters was left aside: it is no JSON`);
    return;
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    warn(`A line of ${line.length} characters was left aside: it is no message`);
    return;
  }
  if (isDeep(message)) {
    warn(`A message was refused: it is nested more than ${MAX_DEPTH} deep`);
    const { id } = message as { readonly id?: unknown };
    if (typeof id === 'string' || typeof id === 'number')
      answer(wordRefusal(JSON.stringify(id), `The message is nested more than ${MAX_DEPTH} deep.`));
    return;
  }
  leaveOutNull(message);
  deliver(message);
}

interface Message {
  params?: null | { _meta?: unknown; arguments?: unknown };
}

function leaveOutNull(message: Message): void {
  const { params } = message;
  if (params === null) delete message.params;
  if (params?._meta === null) delete params._meta;
  if (params?.arguments === null) delete params.arguments;
}
