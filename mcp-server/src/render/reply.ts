import { cutText, cutToSize, jsonSize, surelyFits } from './text.js';
import { fence } from './untrusted.js';

/** What a tool answers. Some hosts show their model the text alone, some the structured content alone: each is complete. */
export interface ToolReply {
  readonly text: string;
  readonly structured?: Readonly<Record<string, unknown>>;
  readonly isError?: true;
}

/** The most bytes that a reply takes as JSON, structured content included. */
export const MAX_REPLY_BYTES = 40_000;

/** Room for what surrounds the data: the fence, the note on what was left out, the JSON around them. */
const RESERVED_BYTES = 1_000;

/** The most characters of a head: errors repeat what a call gave, which may be of any length. */
const MAX_HEAD = 4_000;

export interface ReplyParts {
  /** The server's own words and numbers, before the data. */
  readonly head: string;
  /** Pieces of text from BOSSDesk, most important first; whole pieces are left out at the end when they do not fit. */
  readonly data?: readonly string[];
  /** After the data: how to go on. */
  readonly foot?: string;
  /** How to get what was left out. */
  readonly ifCut?: string;
  readonly structured?: Readonly<Record<string, unknown>>;
}

/** Bytes that the data of a reply may take beside its other parts; structured content repeats all of them. */
export function roomForData({ head, foot = '', ifCut = '', structured }: ReplyParts): number {
  const room = MAX_REPLY_BYTES - (structured === undefined ? 0 : jsonSize(JSON.stringify(structured)));
  return Math.floor(room / (structured === undefined ? 1 : 2)) - RESERVED_BYTES - jsonSize(head + foot + ifCut);
}

/** Puts a reply together within {@link MAX_REPLY_BYTES}. */
export function buildReply({ data = [], ...parts }: ReplyParts): ToolReply {
  const { foot, ifCut, structured } = parts;
  const head = cutText(parts.head, MAX_HEAD);
  const { kept, left } = takeWhatFits(data, roomForData({ ...parts, head }));
  const note =
    left === 0
      ? undefined
      : `[Too long: the last ${left} of ${data.length} parts are cut or left out. ${ifCut ?? 'Ask for less.'}]`;
  const blocks = [head, kept.length === 0 ? undefined : fence(kept.join('\n')), note, foot];
  return {
    text: blocks.filter((block) => block !== undefined && block !== '').join('\n'),
    ...(structured === undefined ? {} : { structured }),
  };
}

/** Puts into the structured content, where there is any, all that the text says. */
export function completeStructured(reply: ToolReply): ToolReply {
  return reply.structured === undefined
    ? reply
    : { ...reply, structured: { ...reply.structured, message: reply.text } };
}

/** Adds a line of the server's own to a reply. */
export function addLine(reply: ToolReply, line: string): ToolReply {
  return { ...reply, text: `${reply.text}\n${line}` };
}

/** Whole pieces as far as they fit, and of the next one as much as does. */
function takeWhatFits(pieces: readonly string[], room: number): { kept: readonly string[]; left: number } {
  if (surelyFits(pieces.join('\n').length, room)) return { kept: pieces, left: 0 };
  let used = 0;
  for (const [index, piece] of pieces.entries()) {
    const size = jsonSize(piece) + 2;
    if (used + size > room) {
      return {
        kept: [...pieces.slice(0, index), cutToSize(piece, room - used)].filter((kept) => kept !== ''),
        left: pieces.length - index,
      };
    }
    used += size;
  }
  return { kept: pieces, left: 0 };
}
