import { z } from 'zod';
import {
  booleanField,
  countField,
  createBody,
  customFieldsField,
  idField,
  idListField,
  namedRef,
  openEnum,
  outFriendlyId,
  outId,
  requiredText,
  textField,
  timestamp,
  updateBody,
  userRef,
} from './fields.js';
import type { OperationSchemas } from './schema.js';
import { ticketNumber } from './parents.js';
import { taskRecord } from './tasks.js';
import { timeEntryRecord } from './timeEntries.js';

export const attachmentRef = () =>
  z
    .looseObject({
      id: outId(),
      description: z.string().nullish(),
      name: z.string(),
      created_at: timestamp(),
      size: z.number(),
    })
    .meta({ title: 'Attachment Reference' });

export const typeRef = () => z.looseObject({ id: outId(), name: z.string(), shortcut: z.string().nullish() });

/** A row of `GET /tickets` (doc L1378-1426): no times but `due_at`, no team, no tags. */
export const ticketRow = () =>
  z
    .looseObject({
      id: outId(),
      friendly_id: outFriendlyId(),
      title: z.string(),
      status: openEnum('incoming', 'assigned'),
      due_at: timestamp().nullish(),
      type: typeRef().nullish(),
      priority: z.looseObject({ id: outId(), name: z.string(), color: z.string().nullish() }).nullish(),
      category: z
        .looseObject({ id: outId(), name: z.string(), color: z.string().nullish(), icon: z.string().nullish() })
        .nullish(),
      extended_status: namedRef().nullish(),
      requester: userRef().nullish(),
      agent: userRef().nullish(),
    })
    .meta({ title: 'Ticket Row' });

const commentRecord = () =>
  z
    .looseObject({
      id: outId(),
      body: z.string(),
      created_at: timestamp(),
      is_public: z.boolean(),
      from_agent: z.boolean().nullish(),
      source: z.string().nullish(),
      created_by: userRef().nullish(),
      attachments: z.array(attachmentRef()).nullish(),
    })
    .meta({ title: 'Comment' });

const approvalRequest = () =>
  z
    .looseObject({
      id: outId(),
      status: z.string(),
      comment: z.string().nullish(),
      created_at: timestamp(),
      responded_at: timestamp().nullish(),
      user: userRef().nullish(),
    })
    .meta({ title: 'Approval Request' });

/** A CI inside a ticket: `os` is a text here, an object under `inventory` elsewhere (notes 5.40). */
const ticketCi = () =>
  z
    .looseObject({
      id: outId(),
      friendly_id: outFriendlyId(),
      name: z.string(),
      online: z.boolean().nullish(),
      updated_at: timestamp().nullish(),
      inventory_updated_at: timestamp().nullish(),
      archived_at: timestamp().nullish(),
      os: z.string().nullish(),
      type: z.looseObject({ id: outId(), name: z.string(), icon: z.string().nullish() }).nullish(),
      status: z.looseObject({ id: outId(), name: z.string(), color: z.string().nullish() }).nullish(),
    })
    .meta({ title: 'CI Of Ticket' });

const linkedRecord = () => z.looseObject({ id: outId(), friendly_id: outFriendlyId(), title: z.string() });

/** The whole ticket (doc L1436-1652). */
const ticketRecord = () =>
  ticketRow()
    .extend({
      description: z.string().nullish(),
      source: z.string().nullish(),
      custom_fields: z.record(z.string(), z.unknown()).nullish(),
      created_at: timestamp(),
      updated_at: timestamp(),
      closed_at: timestamp().nullish(),
      lock_version: z.number(),
      team: namedRef().nullish(),
      requester: userRef()
        .extend({
          is_agent: z.boolean().nullish(),
          email: z.string().nullish(),
          phone: z.string().nullish(),
          mobile: z.string().nullish(),
          group: namedRef().nullish(),
        })
        .nullish(),
      comments: z.array(commentRecord()).nullish(),
      tags: z.array(namedRef()).nullish(),
      attachments: z.array(attachmentRef()).nullish(),
      time_entries: z.array(timeEntryRecord()).nullish(),
      tasks: z.array(taskRecord()).nullish(),
      problem: linkedRecord().nullish(),
      change: linkedRecord().nullish(),
      approval_requests: z.array(approvalRequest()).nullish(),
      cis: z.array(ticketCi()).nullish(),
    })
    .meta({ title: 'Ticket' });

const requiredTicketFields = () => ({
  title: requiredText({ title: 'Title' }),
  type_id: idField({ title: 'Type', references: 'ticket_types' }),
  priority_id: idField({ title: 'Priority', references: 'helpdesk_priorities' }),
});

/** The API takes neither status, due date nor CIs (notes 5.38). */
const optionalTicketFields = () => ({
  description: textField({ title: 'Description', format: 'html', description: 'HTML' }),
  extended_status_id: idField({ title: 'Extended Status', references: 'helpdesk_extended_statuses' }).nullable(),
  category_id: idField({ title: 'Category', references: 'helpdesk_categories' }).nullable(),
  requester_id: idField({
    title: 'Requester',
    references: 'users',
    description: 'Left out, the API user (unverified)',
  }),
  team_id: idField({ title: 'Team', references: 'teams' }).nullable(),
  agent_id: idField({ title: 'Agent', references: 'agents' }).nullable(),
  tag_ids: idListField({ title: 'Tags', references: 'tags', description: 'Replaces the whole set' }),
  custom_fields: customFieldsField('ticket'),
});

const lockVersion = () =>
  countField(0, Number.MAX_SAFE_INTEGER, {
    title: 'Lock Version',
    description:
      'The lock_version last read; a change made since then gives a conflict (409) instead of being overwritten',
  });

const ticketCreate = () => createBody(requiredTicketFields(), optionalTicketFields());

const ticketUpdate = () =>
  updateBody({ ...requiredTicketFields(), ...optionalTicketFields(), lock_version: lockVersion() });

const comment = () =>
  z.strictObject({
    body: requiredText({ title: 'Body', format: 'html', description: 'HTML' }),
    is_public: booleanField({ title: 'Public', description: 'Whether the requester can see the comment' }),
  });

/** doc L1366-1835 */
export const ticketSchemas = {
  'tickets.list': { output: z.array(ticketRow()) },
  'tickets.get': { params: ticketNumber(), output: ticketRecord() },
  'tickets.create': { body: ticketCreate(), output: ticketRecord() },
  'tickets.update': { params: ticketNumber(), body: ticketUpdate(), output: z.undefined() },
  'tickets.addComment': { params: ticketNumber(), body: comment(), output: commentRecord() },
  'tickets.close': { params: ticketNumber(), output: ticketRecord() },
  'tickets.reopen': { params: ticketNumber(), output: ticketRecord() },
} satisfies Record<string, OperationSchemas>;
