import type { OperationOutput } from 'bossdesk-client';
import { htmlToText } from './html.js';
import { type Entry, type Section, takePage } from './pages.js';
import { indentLines, oneLine } from './text.js';
import { line, showName, type PersonRef, showBytes, showPerson, showRef, showTime, showYesNo } from './values.js';

type Ticket = OperationOutput<'tickets.get'>;
type MyTicket = OperationOutput<'myTickets.get'>;

/** How much the first page shows. */
export type Detail = 'summary' | 'full';

/** A custom field by its name, and its value as text. */
export interface CustomText {
  readonly label: string;
  readonly text: string;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly created_at: string;
  readonly is_public?: boolean | undefined;
  readonly from_agent?: boolean | null | undefined;
  readonly created_by?: PersonRef | null | undefined;
  readonly attachments?: readonly Attachment[] | null | undefined;
}

interface Attachment {
  readonly id: number;
  readonly name: string;
  readonly size: number;
}

/**
 * How much of each part the first page shows: texts in letters, and how many entries of a list begin. The pages that
 * follow are full, whichever the first was.
 */
const amounts = {
  summary: { description: 1500, text: 500, items: 5 },
  full: { description: 20_000, text: 5000, items: Infinity },
} as const satisfies Record<Detail, { description: number; text: number; items: number }>;

/** Which page of a ticket, and what it may take. */
export interface TicketPage {
  readonly page: number;
  readonly detail: Detail;
  /** In bytes. */
  readonly room: number;
  readonly signal?: AbortSignal | undefined;
}

/** A page of a ticket as pieces of text, most important first, or the number of its last page. */
export function renderTicket(
  ticket: Ticket,
  { page, detail, room, signal }: TicketPage,
  customFields: readonly CustomText[],
): ReturnType<typeof takePage> {
  const first = [
    ...renderHead(ticket),
    ...line('priority', showRef(ticket.priority)),
    ...line('category', showRef(ticket.category)),
    ...line('extended status', showRef(ticket.extended_status)),
    ...line('team', showRef(ticket.team)),
    ...line('requester', showRequester(ticket.requester)),
    ...line('tags', ticket.tags?.map(showRef).join(', ')),
    ...line('source', ticket.source),
    ...line('problem', showLinked(ticket.problem)),
    ...line('change', showLinked(ticket.change)),
  ];
  const sections = [
    { entries: customFields.map(toCustomEntry), letters: textLetters(detail) },
    describe(ticket.description, detail),
    list('tasks', ticket.tasks, detail, toTask),
    list('time entries', ticket.time_entries, detail, toTimeEntry),
    list('attachments', ticket.attachments, detail, toAttachment),
    list('approval requests', ticket.approval_requests, detail, toApproval),
    list('CIs', ticket.cis, detail, toCi),
    listComments(ticket.comments, detail),
  ];
  return takePage(sections, { page, room, first, signal });
}

/** The same for what a requester sees. */
export function renderMyTicket(
  ticket: MyTicket,
  { page, room, signal }: Omit<TicketPage, 'detail'>,
): ReturnType<typeof takePage> {
  const sections = [
    describe(ticket.description, 'full'),
    list('attachments', ticket.attachments, 'full', toAttachment),
    listComments(ticket.comments, 'full'),
  ];
  return takePage(sections, { page, room, first: renderHead(ticket), signal });
}

function renderHead(ticket: Ticket | MyTicket): string[] {
  return [
    ...line('title', oneLine(ticket.title, 500)),
    ...line('status', ticket.status),
    ...line('type', showRef(ticket.type)),
    ...line('agent', showPerson(ticket.agent)),
    ...line('created', showTime(ticket.created_at)),
    ...line('updated', showTime(ticket.updated_at)),
    ...line('due', showTime(ticket.due_at)),
    ...line('closed', showTime(ticket.closed_at)),
  ];
}

function showRequester(requester: Ticket['requester']): string | undefined {
  if (requester == null) return undefined;
  const contact = [requester.email, requester.phone, requester.mobile]
    .filter((part) => part != null && part !== '')
    .join(', ');
  const number = `user number ${requester.friendly_id}`;
  return [showPerson(requester), number, contact].filter((part) => part !== '').join(', ');
}

function showLinked(linked: Ticket['problem']): string | undefined {
  return linked == null ? undefined : `${linked.friendly_id} ${oneLine(linked.title)}`;
}

function toCustomEntry({ label, text }: CustomText): Entry {
  return { label, name: label, separator: ': ', text: () => text };
}

function describe(description: string | null | undefined, detail: Detail): Section {
  const entry = {
    label: 'description',
    name: 'description',
    separator: ':\n  ',
    text: () => htmlToText(description ?? ''),
  };
  return {
    entries: isBlank(description) ? [] : [entry],
    letters: [amounts[detail].description, amounts.full.description],
  };
}

/** Texts of nothing but blanks and tags, as editors leave them. */
function isBlank(html: string | null | undefined): boolean {
  return html == null || (html.length < 1000 && /^(?:\s|&nbsp;|<\/?(?:p|div|br|span)\s*\/?>)*$/i.test(html));
}

const textLetters = (detail: Detail): Section['letters'] => [amounts[detail].text, amounts.full.text];

type Shown = readonly (string | null | undefined)[];

/** The parts of an entry's line, and the text that it ends with. */
interface Item {
  readonly parts: Shown;
  readonly text?: string | null | undefined;
}

export function list<One extends { readonly id: number }>(
  heading: string,
  all: readonly One[] | null | undefined,
  detail: Detail,
  toItem: (one: One) => Item,
): Section {
  const entries = (all ?? []).map((one): Entry => {
    const { parts, text } = toItem(one);
    const shown = parts.filter((part): part is string => part != null && part !== '');
    const name = `id ${one.id}`;
    return {
      name,
      label: joinCells([name, ...shown]),
      // One that holds the sign between cells stands below them.
      separator: text?.includes('|') === true ? '\n  ' : ' | ',
      text: () => oneLine(text ?? '', Infinity),
    };
  });
  return { heading, entries, letters: textLetters(detail), items: amounts[detail].items };
}

/** No cell begins another, nor a line. */
const joinCells = (cells: readonly string[]): string =>
  indentLines(cells.map((cell) => cell.replaceAll('|', '/')).join(' | '));

export function toTask(task: NonNullable<Ticket['tasks']>[number]): Item {
  return {
    parts: [
      oneLine(task.title),
      task.closed_at == null ? 'open' : `closed ${showTime(task.closed_at) ?? ''}`,
      showRef(task.type),
      showRef(task.team),
      showPerson(task.agent),
      task.due_at == null ? undefined : `due ${showTime(task.due_at) ?? ''}`,
    ],
    text: task.note,
  };
}

export function toTimeEntry(entry: NonNullable<Ticket['time_entries']>[number]): Item {
  const task = entry.task == null ? undefined : `task ${entry.task.id}`;
  return {
    parts: [
      entry.date,
      `${entry.duration} minutes`,
      showPerson(entry.agent),
      entry.billable === true ? 'billable' : undefined,
      task,
    ],
  };
}

function toApproval(request: NonNullable<Ticket['approval_requests']>[number]): Item {
  const { status, user, responded_at, comment } = request;
  return { parts: [status, showPerson(user), showTime(responded_at)], text: comment };
}

function toCi({ friendly_id, name, type }: NonNullable<Ticket['cis']>[number]): Item {
  return { parts: [`number ${friendly_id}`, name, type?.name] };
}

function toAttachment({ name, size }: Attachment): Item {
  return { parts: [oneLine(name), showBytes(size)] };
}

/** Newest first, so that a long history begins with what matters. */
export function listComments(comments: readonly Comment[] | null | undefined, detail: Detail): Section {
  const newest = [...(comments ?? [])].sort((a, b) => b.created_at.localeCompare(a.created_at) || b.id - a.id);
  return {
    heading: 'comments',
    order: 'newest first',
    entries: newest.map(toComment),
    letters: textLetters(detail),
    items: amounts[detail].items,
  };
}

/** More files than that are listed before the text, so that a line stays one. */
const MAX_FILES = 5;

function toComment(comment: Comment): Entry {
  const visibility = comment.is_public === undefined ? undefined : comment.is_public ? 'public' : 'private';
  const author = comment.created_by == null ? undefined : showName(comment.created_by);
  const from = comment.from_agent == null ? undefined : `from agent: ${showYesNo(comment.from_agent) ?? ''}`;
  const files =
    comment.attachments?.map(({ id, name, size }) => `attachment ${id} ${oneLine(name)} (${showBytes(size)})`) ?? [];
  const inLine = files.length <= MAX_FILES;
  const name = `id ${comment.id}`;
  const about = [name, showTime(comment.created_at), author, visibility, from, ...(inLine ? files : [])];
  return {
    name,
    label: joinCells(about.filter((part) => part != null)),
    separator: '\n  ',
    text: async () => [...(inLine ? [] : files), await htmlToText(comment.body)].join('\n'),
  };
}
