import type { Lookups } from '../state/lookupRecords.js';
import type { AttachmentRecord, CommentRecord, StoredFile, TicketRecord, UserRecord } from '../state/records.js';
import { firstIds } from '../state/state.js';
import { idByName } from './cis.js';
import { sampleFiles } from './files.js';
import { between, chance, daysAgo, daysBetween, maybe, pick, pickSome } from './random.js';
import { agentComments, requesterComments, taskTitles, ticketTexts } from './ticketTexts.js';

/** What tickets are made from, and where their files and nested ids come from. */
export interface TicketWorld {
  readonly lookups: Lookups;
  readonly agents: readonly UserRecord[];
  readonly requesters: readonly UserRecord[];
  readonly files: Map<string, StoredFile>;
  nextNestedId(): number;
}

const spreadDays = 180;
const categories = Object.keys(ticketTexts);

/** The ticket of a number: the higher, the younger. */
export function makeTicket(index: number, count: number, world: TicketWorld): TicketRecord {
  const { lookups } = world;
  const age = spreadDays * (1 - index / count) + 0.05;
  const category = pick(categories);
  const [title, text] = pick(ticketTexts[category] ?? [['', '']]);
  const agent = maybe(0.75, () => pick(world.agents));
  const requester = pick(world.requesters);
  const closedAge = age > 10 && chance(0.6) ? age * daysBetween(0.1, 0.9) : null;
  const priority = pick(lookups.helpdesk_priorities);
  const updatedAge = closedAge ?? age * daysBetween(0.2, 1);
  const ticketTags = lookups.tags.filter((tag) => tag.owner_class === 'ticket').map((tag) => tag.id);

  const ticket: TicketRecord = {
    id: firstIds.tickets + index,
    friendly_id: index + 1,
    title,
    description: `<p>${text}</p>`,
    status: closedAge !== null ? 'closed' : agent === null ? 'incoming' : 'assigned',
    source: pick(['user_portal', 'email', 'web_portal', 'mobile_app']),
    custom_fields: {},
    created_at: daysAgo(age),
    updated_at: daysAgo(updatedAge),
    due_at: daysAgo(age - Math.max(1, 8 - 2 * priority.level)),
    closed_at: closedAge === null ? null : daysAgo(closedAge),
    lock_version: between(0, 5),
    type_id: pick(lookups.ticket_types).id,
    priority_id: priority.id,
    category_id: idByName(lookups.helpdesk_categories, category),
    extended_status_id: closedAge === null ? maybe(0.25, () => pick(lookups.helpdesk_extended_statuses).id) : null,
    requester_id: requester.id,
    agent_id: agent?.id ?? null,
    team_id: pick(lookups.teams).id,
    tag_ids: pickSome(ticketTags, between(0, 2)),
    ci_ids: [],
    problem: null,
    change: null,
    comments: [],
    attachments: [],
    time_entries: [],
    tasks: [],
    approval_requests: [],
  };
  ticket.comments = makeComments(world, requester, agent, age, updatedAge);
  if (agent !== null) addWork(ticket, agent, updatedAge, world);
  return ticket;
}

function makeComments(
  world: TicketWorld,
  requester: UserRecord,
  agent: UserRecord | null,
  age: number,
  updatedAge: number,
): CommentRecord[] {
  const count = between(0, 3);
  return Array.from({ length: count }, (_, index) => {
    const author = agent !== null && index % 2 === 0 ? agent : requester;
    const fromAgent = author !== requester;
    const created = daysAgo(age - ((age - updatedAge) * (index + 1)) / (count + 1));
    return {
      id: world.nextNestedId(),
      body: `<p>${pick(fromAgent ? agentComments : requesterComments)}</p>`,
      created_at: created,
      is_public: !fromAgent || chance(0.7),
      from_agent: fromAgent,
      source: fromAgent ? 'web_portal' : 'user_portal',
      created_by_id: author.id,
      attachments: chance(0.06) ? [makeAttachment(world, author, created)] : [],
    };
  });
}

function addWork(ticket: TicketRecord, agent: UserRecord, updatedAge: number, world: TicketWorld): void {
  if (chance(0.15)) {
    ticket.tasks.push({
      id: world.nextNestedId(),
      title: pick(taskTitles),
      note: '',
      created_at: daysAgo(updatedAge),
      due_at: ticket.due_at,
      closed_at: chance(0.8) || ticket.closed_at !== null ? daysAgo(updatedAge) : null,
      type_id: pick(world.lookups.task_types).id,
      team_id: ticket.team_id,
      agent_id: agent.id,
      created_by_id: agent.id,
    });
  }
  if (chance(0.4)) {
    ticket.time_entries.push({
      id: world.nextNestedId(),
      date: daysAgo(updatedAge).slice(0, 10),
      duration: between(1, 16) * 15,
      billable: chance(0.3),
      task_id: ticket.tasks[0]?.id ?? null,
      agent_id: agent.id,
      note: null,
    });
  }
}

export function makeAttachment(world: TicketWorld, author: UserRecord, createdAt: string): AttachmentRecord {
  const { name, file } = pick(sampleFiles);
  const id = world.nextNestedId();
  const storageKey = `uploads/attachments/${id}/${name}`;
  world.files.set(storageKey, file);
  return {
    id,
    name,
    description: null,
    size: file.size,
    created_at: createdAt,
    updated_at: createdAt,
    created_by_id: author.id,
    storage_key: storageKey,
  };
}
