import type { TicketRecord } from '../kinds/tickets.js';
import { toText } from '../activity/toText.js';
import type { State } from '../state/state.js';
import type { Choice, ChoiceField, Choices, TicketSheet } from './desk.js';
import { isOverdue, nameOfLookup, nameOfUser } from './lists.js';

/** All that the page shows of a ticket, as it stands. */
export function describeTicket(state: State, ticket: TicketRecord, now: number): TicketSheet {
  const name = (id: number | null) => nameOfUser(state, id);
  return {
    number: ticket.friendly_id,
    title: ticket.title,
    isClosed: ticket.status === 'closed',
    isOverdue: isOverdue(ticket, now),
    facts: [
      { label: 'Status', kind: 'text', value: ticket.status },
      { label: 'Requester', kind: 'text', value: name(ticket.requester_id) },
      { label: 'Type', kind: 'text', value: nameOfLookup(state, 'ticket_types', ticket.type_id) },
      { label: 'Team', kind: 'text', value: nameOfLookup(state, 'teams', ticket.team_id) },
      { label: 'Category', kind: 'text', value: nameOfLookup(state, 'helpdesk_categories', ticket.category_id) },
      { label: 'Due', kind: 'time', value: ticket.due_at },
      { label: 'Created', kind: 'time', value: ticket.created_at },
      { label: 'Changed', kind: 'time', value: ticket.updated_at },
      { label: 'Closed', kind: 'time', value: ticket.closed_at },
      { label: 'CIs', kind: 'text', value: ticket.ci_ids.map((id) => state.find('cis', id)?.name).join(', ') },
    ],
    description: toText(ticket.description ?? ''),
    fields: [
      agentField(state, ticket.agent_id),
      lookupField(state, 'priority_id', 'Priority', 'helpdesk_priorities', ticket.priority_id),
      lookupField(
        state,
        'extended_status_id',
        'Extended status',
        'helpdesk_extended_statuses',
        ticket.extended_status_id,
        true,
      ),
    ],
    comments: ticket.comments.map(({ id, body, created_at, created_by_id, is_public }) => ({
      key: String(id),
      who: name(created_by_id) ?? 'Somebody',
      at: created_at,
      isPublic: is_public,
      text: toText(body),
    })),
    tasks: ticket.tasks.map(({ title, agent_id, closed_at }) => {
      const agent = name(agent_id);
      return `${title}${agent === null ? '' : `, ${agent}`}: ${closed_at === null ? 'open' : 'closed'}`;
    }),
    time: ticket.time_entries.map(
      ({ date, duration, agent_id }) => `${date}: ${duration} minutes, ${name(agent_id) ?? 'nobody'}`,
    ),
  };
}

/** What there is to choose from without a ticket. */
export function listChoices(state: State): Choices {
  const people = state.users.all.filter(({ archived_at }) => archived_at === null);
  return {
    people: people.map(({ id, username, is_agent }) => ({
      username,
      label: `${nameOfUser(state, id) ?? username}, ${is_agent ? 'agent' : 'requester'}`,
    })),
    fields: [
      lookupField(state, 'type_id', 'Type', 'ticket_types', state.lookups.ticket_types[0]?.id ?? null),
      lookupField(
        state,
        'priority_id',
        'Priority',
        'helpdesk_priorities',
        state.lookups.helpdesk_priorities[1]?.id ?? null,
      ),
      agentField(state, null),
    ],
  };
}

/** Archived agents stay where they are, and are not chosen anew. */
function agentField(state: State, value: number | null): ChoiceField {
  const agents = state.users.all.filter(
    ({ id, is_agent, archived_at }) => id === value || (is_agent && archived_at === null),
  );
  const choices = agents.map(({ id, username }) => ({ id, label: nameOfUser(state, id) ?? username }));
  return { name: 'agent_id', label: 'Agent', value, mayBeEmpty: true, choices: tellApart(state, choices) };
}

/** Two people of one name have their user names beside it. */
function tellApart(state: State, choices: readonly Choice[]): Choice[] {
  const count = (label: string) => choices.filter((choice) => choice.label === label).length;
  return choices.map(({ id, label }) => ({
    id,
    label: count(label) > 1 ? `${label} (${state.find('users', id)?.username ?? id})` : label,
  }));
}

const lookupField = (
  state: State,
  name: string,
  label: string,
  kind: 'ticket_types' | 'helpdesk_priorities' | 'helpdesk_extended_statuses',
  value: number | null,
  mayBeEmpty = false,
): ChoiceField => ({
  name,
  label,
  value,
  mayBeEmpty,
  choices: state.lookups[kind].map((record) => ({ id: record.id, label: record.name })),
});
