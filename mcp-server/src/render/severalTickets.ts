import type { OperationOutput } from 'bossdesk-client';
import { htmlToText } from './html.js';
import { type Section, shareRoom } from './pages.js';
import { cutText, cutToSize, indentLines, jsonSize, oneLine } from './text.js';
import { list, listComments, toTask, toTimeEntry } from './ticket.js';
import { showPerson, showRef, showTime } from './values.js';

type Ticket = OperationOutput<'tickets.get'>;

/** What of several tickets can be shown beside what they are about. */
export const ticketParts = ['comments', 'time', 'tasks'] as const;

export type TicketPart = (typeof ticketParts)[number];

/** Letters of one text, so that a long one leaves room for the others. */
const LETTERS = { description: 300, text: 1000 } as const;

/** What a line that says what is missing may take. */
const NOTE_BYTES = 60;

/**
 * Several tickets in the room of one reply: each as much as it needs, and where they need more than there is, an equal
 * share.
 *
 * @param room in bytes.
 */
export async function renderTickets(
  tickets: readonly Ticket[],
  show: readonly TicketPart[],
  room: number,
): Promise<{ readonly lines: readonly string[]; readonly cut: readonly number[] }> {
  const wanted = await Promise.all(tickets.map((ticket) => renderBrief(ticket, show)));
  const shares = shareRoom(
    wanted.map(({ pieces }) => sizeOf(pieces)),
    room,
  );
  const blocks = wanted.map(({ pieces, isCut }, index) => {
    const kept = takeShare(pieces, shares[index] ?? 0);
    return { ...kept, isCut: isCut || kept.isCut };
  });
  return {
    lines: blocks.flatMap(({ pieces }) => pieces),
    cut: tickets.flatMap(({ friendly_id }, index) => (blocks[index]?.isCut === true ? [friendly_id] : [])),
  };
}

interface Block {
  readonly pieces: readonly string[];
  readonly isCut: boolean;
}

const sizeOf = (pieces: readonly string[]): number => pieces.reduce((sum, piece) => sum + jsonSize(piece) + 2, 0);

/** Whole pieces as far as they fit, of the next one as much as does, and how many are missing. */
function takeShare(pieces: readonly string[], share: number): Block {
  if (sizeOf(pieces) <= share) return { pieces, isCut: false };
  const kept: string[] = [];
  let free = share - NOTE_BYTES;
  for (const piece of pieces) {
    const size = jsonSize(piece) + 2;
    if (size > free) {
      const part = cutToSize(piece, free);
      if (part !== '') kept.push(part);
      break;
    }
    kept.push(piece);
    free -= size;
  }
  const missing = pieces.length - kept.length;
  return { pieces: [...kept, `  [cut; ${missing} more parts]`], isCut: true };
}

async function renderBrief(ticket: Ticket, show: readonly TicketPart[]): Promise<Block> {
  const { comments, tasks, time_entries: entries } = ticket;
  const minutes = (entries ?? []).reduce((sum, { duration }) => sum + duration, 0);
  const sections: Record<TicketPart, Section> = {
    comments: listComments(comments, 'full'),
    time: list(`time entries, ${minutes} minutes`, entries, 'full', toTimeEntry),
    tasks: list('tasks', tasks, 'full', toTask),
  };
  const description = show.length > 0 ? '' : await htmlToText(ticket.description ?? '');
  const about = cutText(description, LETTERS.description);
  const counts = [
    `comments: ${comments?.length ?? 0}`,
    `tasks: ${tasks?.length ?? 0}`,
    `time entries: ${entries?.length ?? 0}${minutes === 0 ? '' : ` (${minutes} minutes)`}`,
  ];
  const shown = await Promise.all(
    ticketParts.filter((part) => show.includes(part)).map((part) => render(sections[part])),
  );
  return {
    pieces: [
      renderHead(ticket),
      ...(show.length > 0 ? [] : [`  ${counts.join(', ')}`]),
      ...(about.trim() === '' ? [] : [indent(`  description: ${indentLines(about)}`)]),
      ...shown.flatMap(({ pieces }) => pieces),
    ],
    isCut: about !== description || shown.some(({ isCut }) => isCut),
  };
}

/** On one line, which no text inside of a ticket can begin like: all of those are set in. */
function renderHead(ticket: Ticket): string {
  const { friendly_id, title, status, type, priority, agent, team, requester, created_at, due_at, closed_at } = ticket;
  const dated = (label: string, time: string | null | undefined) =>
    time == null ? undefined : `${label} ${showTime(time) ?? ''}`;
  const parts = [
    `ticket ${friendly_id}`,
    oneLine(title, 200),
    status,
    showRef(type),
    showRef(priority),
    `agent ${showPerson(agent) ?? 'none'}`,
    team == null ? undefined : `team ${showRef(team) ?? ''}`,
    `requester ${showPerson(requester) ?? 'none'}`,
    dated('created', created_at),
    dated('due', due_at),
    dated('closed', closed_at),
  ];
  return parts.filter((part) => part !== undefined).join(' | ');
}

async function render({ heading = '', order, entries }: Section): Promise<Block> {
  const pieces = await Promise.all(
    entries.map(async ({ label, separator, text }) => {
      const whole = (await text?.()) ?? '';
      const cut = cutText(whole, LETTERS.text);
      const line = `  - ${label}${cut === '' ? '' : `${separator}${indentLines(cut)}`}`;
      return { line: indent(line), isCut: cut !== whole };
    }),
  );
  return {
    pieces: [
      `  ${heading} (${[String(entries.length), order].filter((part) => part !== undefined).join(', ')})${pieces.length === 0 ? '' : ':'}`,
      ...pieces.map(({ line }) => line),
    ],
    isCut: pieces.some(({ isCut }) => isCut),
  };
}

/** Lines after the first, set in as far as it is. */
const indent = (text: string): string => text.replace(/\n/g, '\n  ');
