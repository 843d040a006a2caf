import { textIn } from '../data/fields.js';
import { customFieldValues } from '../model/customFieldValues.js';
import { unsearched } from '../model/field.js';
import { defineTableKind } from '../model/kind.js';
import { link, nested } from '../model/nested.js';
import { blankRecord, type RecordOf } from '../model/record.js';
import { lookup, lookups, reference, references } from '../model/references.js';
import { changeTime, count, moment, tableNumber, text, time, wholeText } from '../model/values.js';
import { view } from '../model/view.js';
import { between, chance, daysAgo, daysBetween, maybe, pick, pickSome } from '../seed/random.js';
import { idByName, type SeedWorld } from '../seed/seedWorld.js';
import { ticketTexts } from '../seed/ticketTexts.js';
import { approvalRequests } from './approvalRequests.js';
import { attachments } from './attachments.js';
import { ciInTicket } from './cis.js';
import { comments, seedComments } from './comments.js';

import { seedTask, tasks } from './tasks.js';
import { seedTimeEntry, timeEntries } from './timeEntries.js';
import { requester, userRef } from './users.js';

/** In the order of the whole ticket (doc L1436-1652). */
const fields = {
  id: tableNumber(),
  friendly_id: tableNumber(),
  title: wholeText(),
  description: text(),
  status: wholeText('incoming', (json, name, { references }) => {
    const status = references.one('users', json, 'agent') === null ? 'incoming' : 'assigned';
    return textIn(json, name) ?? status;
  }),
  source: text(),
  custom_fields: customFieldValues('ticket'),
  created_at: time(),
  updated_at: changeTime(),
  due_at: moment(),
  closed_at: moment(),
  lock_version: unsearched(count()),
  type_id: lookup('ticket_types', 'shortcut'),
  priority_id: lookup('helpdesk_priorities', 'color'),
  category_id: lookup('helpdesk_categories', 'color', 'icon'),
  agent_id: reference('users', userRef),
  team_id: lookup('teams'),
  extended_status_id: lookup('helpdesk_extended_statuses'),
  requester_id: reference('users', requester),
  comments: nested(comments),
  tag_ids: lookups('tags', { owner_class: 'ticket' }),
  attachments: nested(attachments),
  time_entries: nested(timeEntries),
  tasks: nested(tasks),
  problem: link('title'),
  change: link('title'),
  approval_requests: nested(approvalRequests),
  ci_ids: references('cis', ciInTicket),
};

export type TicketRecord = RecordOf<typeof fields>;

/** A row of `GET /tickets`: no times but `due_at`, no team, no tags (doc L1378-1426). */
export const ticketRow = view({ ...fields, requester_id: reference('users', userRef) }, [
  'id',
  'friendly_id',
  'title',
  'status',
  'due_at',
  'type_id',
  'priority_id',
  'category_id',
  'extended_status_id',
  'requester_id',
  'agent_id',
]);

export const tickets = defineTableKind({
  name: 'tickets',
  firstId: 185_001,
  fields,
  required: ['requester_id'],
  row: ticketRow,
});

const SPREAD_DAYS = 180;
const categories = Object.keys(ticketTexts);

/** The ticket of a number: the higher, the younger. */
export function seedTicket(index: number, count: number, world: SeedWorld): TicketRecord {
  const { lookups } = world;
  const age = SPREAD_DAYS * (1 - index / count) + 0.05;
  const category = pick(categories);
  const [title, content] = pick(ticketTexts[category] ?? [['', '']]);
  const agent = maybe(0.75, () => pick(world.agents));
  const requester = pick(world.requesters);
  const closedAge = age > 10 && chance(0.6) ? age * daysBetween(0.1, 0.9) : null;
  const priority = pick(lookups.helpdesk_priorities);
  const updatedAge = closedAge ?? age * daysBetween(0.2, 1);
  const ticketTags = lookups.tags.filter((tag) => tag.owner_class === 'ticket').map((tag) => tag.id);

  const ticket: TicketRecord = {
    ...blankRecord(tickets.fields),
    id: tickets.firstId + index,
    friendly_id: index + 1,
    title,
    description: `<p>${content}</p>`,
    status: closedAge !== null ? 'closed' : agent === null ? 'incoming' : 'assigned',
    source: pick(['user_portal', 'email', 'web_portal', 'mobile_app']),
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
  };
  ticket.comments = seedComments(world, requester, agent, age, updatedAge);
  if (agent !== null && chance(0.15)) ticket.tasks.push(seedTask(world, ticket, agent.id, updatedAge));
  if (agent !== null && chance(0.4)) {
    ticket.time_entries.push(seedTimeEntry(world, ticket.tasks[0]?.id ?? null, agent.id, updatedAge));
  }
  return ticket;
}
