import type { PermittedBody } from '../rails/permitBody.js';
import { HttpFailure, refuseIfInvalid, ValidationFailure, type ValidationErrors } from '../rails/failures.js';
import type { TicketRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { renderComment, renderTicket, renderTicketRow } from '../views/tickets.js';
import { mergeCustomFields } from './customFields.js';
import type { Handlers, RequestContext } from './handler.js';
import { checkPresence, checkReferences, findTicket, givenFields, requireLookups, searchPage } from './shared.js';

type TicketOperation = `tickets.${'list' | 'get' | 'create' | 'update' | 'addComment' | 'close' | 'reopen'}`;

export const ticketHandlers: Handlers<TicketOperation> = {
  'tickets.list': (context) =>
    searchPage(context, context.state.tickets.all, context.searchables.tickets).map((ticket) =>
      renderTicketRow(context.state, ticket),
    ),

  'tickets.get': (context) => renderTicket(context.state, findTicket(context)),

  'tickets.create': (context, permit) => renderTicket(context.state, createTicket(context, permit())),

  'tickets.update': (context, permit) => {
    updateTicket(context, findTicket(context), permit());
  },

  'tickets.addComment': (context, permit) => {
    const ticket = findTicket(context);
    const body = permit();
    const errors: ValidationErrors = {};
    checkPresence(errors, body, 'body');
    if (body.is_public == null) errors['is_public'] = ["can't be blank"];
    refuseIfInvalid(errors);
    const comment = addComment(context, ticket, body.body ?? '', {
      isPublic: body.is_public === true,
      source: 'mobile_app',
    });
    return renderComment(context.state, comment);
  },

  'tickets.close': (context) => {
    const ticket = findTicket(context);
    closeTicket(ticket, context.now);
    return renderTicket(context.state, ticket);
  },

  'tickets.reopen': (context) => {
    const ticket = findTicket(context);
    reopenTicket(ticket, context.now);
    return renderTicket(context.state, ticket);
  },
};

/** Left out, the API user is the requester and the account's team gets the ticket (notes 5.41). */
export function createTicket(context: RequestContext, body: PermittedBody<'tickets.create'>): TicketRecord {
  const { state, user, now } = context;
  const errors: ValidationErrors = {};
  const ticket: Omit<TicketRecord, 'id' | 'friendly_id'> = {
    title: body.title ?? '',
    description: body.description ?? null,
    status: body.agent_id == null ? 'incoming' : 'assigned',
    source: 'mobile_app',
    custom_fields: mergeCustomFields(state, 'ticket', {}, body.custom_fields, errors),
    created_at: now,
    updated_at: now,
    due_at: dueAt(state, body.priority_id ?? null, now),
    closed_at: null,
    lock_version: 0,
    type_id: body.type_id ?? null,
    priority_id: body.priority_id ?? null,
    category_id: body.category_id ?? null,
    extended_status_id: body.extended_status_id ?? null,
    requester_id: body.requester_id ?? user.id,
    agent_id: body.agent_id ?? null,
    team_id: body.team_id ?? state.account.default_ticket_team_id,
    tag_ids: body.tag_ids ?? [],
    ci_ids: [],
    problem: null,
    change: null,
    comments: [],
    attachments: [],
    time_entries: [],
    tasks: [],
    approval_requests: [],
  };
  requireLookups(state, 'tags', body.tag_ids);
  validateTicket(state, ticket, errors);
  return state.tickets.insert(ticket);
}

/**
 * Rails' optimistic locking (notes 4): invalid goes before stale; a version that is not the current one is a
 * conflict and nothing is kept; an update that changes no column, tags being none, leaves the version alone.
 */
function updateTicket(
  { state, now }: RequestContext,
  ticket: TicketRecord,
  body: PermittedBody<'tickets.update'>,
): void {
  if (body.lock_version === null) throw new HttpFailure(500, "TypeError: nil can't be coerced into Integer");
  requireLookups(state, 'tags', body.tag_ids);

  const errors: ValidationErrors = {};
  const columns = givenFields(
    body,
    'description',
    'type_id',
    'priority_id',
    'category_id',
    'extended_status_id',
    'requester_id',
    'team_id',
    'agent_id',
  );
  const changed: TicketRecord = {
    ...ticket,
    ...columns,
    title: body.title === undefined ? ticket.title : (body.title ?? ''),
    custom_fields: mergeCustomFields(state, 'ticket', ticket.custom_fields, body.custom_fields, errors),
  };
  if (changed.agent_id !== ticket.agent_id) changed.status = statusWith(changed.agent_id, ticket.status);
  validateTicket(state, changed, errors, ticket);
  if (body.lock_version !== undefined && body.lock_version !== ticket.lock_version) {
    throw new HttpFailure(409, 'Attempted to update a stale object: Ticket.');
  }

  const isChanged = JSON.stringify(changed) !== JSON.stringify(ticket);
  Object.assign(ticket, changed, { tag_ids: body.tag_ids ?? ticket.tag_ids });
  if (isChanged) touchTicket(ticket, now);
}

/** The status after somebody, or nobody, got the ticket: other statuses than the two, out of a data file, stay. */
function statusWith(agentId: number | null, status: string): string {
  if (status !== 'incoming' && status !== 'assigned') return status;
  return agentId === null ? 'incoming' : 'assigned';
}

const requiredReferences = ['type', 'priority', 'requester'] as const;

/** `before`: what the ticket was; one out of a data file may go on without what it never had. */
function validateTicket(
  state: State,
  ticket: Omit<TicketRecord, 'id' | 'friendly_id'>,
  errors: ValidationErrors,
  before?: TicketRecord,
): void {
  checkPresence(errors, ticket, 'title');
  checkReferences(
    state,
    errors,
    {
      type: ['ticket_types', ticket.type_id],
      priority: ['helpdesk_priorities', ticket.priority_id],
      category: ['helpdesk_categories', ticket.category_id],
      extended_status: ['helpdesk_extended_statuses', ticket.extended_status_id],
      requester: ['users', ticket.requester_id],
      agent: ['users', ticket.agent_id],
      team: ['teams', ticket.team_id],
    },
    requiredReferences.filter((name) => before?.[`${name}_id`] !== null),
  );
  refuseIfInvalid(errors);
}

export function addComment(
  { state, user, now }: RequestContext,
  ticket: TicketRecord,
  body: string,
  { isPublic, source }: { isPublic: boolean; source: string },
) {
  const comment = {
    id: state.nextNestedId(),
    body,
    created_at: now,
    is_public: isPublic,
    from_agent: user.is_agent && source !== 'user_portal',
    source,
    created_by_id: user.id,
    attachments: [],
  };
  ticket.comments.push(comment);
  touchTicket(ticket, now);
  return comment;
}

function closeTicket(ticket: TicketRecord, now: string): void {
  if (ticket.status === 'closed') throw baseError("can't be closed because it is closed already");
  Object.assign(ticket, { status: 'closed', closed_at: now });
  touchTicket(ticket, now);
}

export function reopenTicket(ticket: TicketRecord, now: string): void {
  if (ticket.status !== 'closed') throw baseError("can't be opened because it is not closed");
  Object.assign(ticket, { status: ticket.agent_id === null ? 'incoming' : 'assigned', closed_at: null });
  touchTicket(ticket, now);
}

const baseError = (message: string) => new ValidationFailure({ base: [message] });

/** Rails' `touch` raises the version too. */
export function touchTicket(ticket: TicketRecord, now: string): void {
  ticket.updated_at = now;
  ticket.lock_version += 1;
}

/** The more urgent, the sooner: the API cannot set it, so an agreement with the customer must (notes 5.38). */
function dueAt(state: State, priorityId: number | null, now: string): string | null {
  const priority = state.lookup('helpdesk_priorities', priorityId);
  if (priority === undefined) return null;
  const days = Math.max(1, 8 - 2 * priority.level);
  return new Date(Date.parse(now) + days * 86_400_000).toISOString();
}
