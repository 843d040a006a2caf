import { z } from 'zod';
import { idField, openEnum, outFriendlyId, outId, requiredText, textField, timestamp, userRef } from './fields.js';
import type { OperationSchemas } from './schema.js';
import { ticketNumber } from './parents.js';
import { attachmentRef, typeRef } from './tickets.js';

/**
 * A row of `GET /my/tickets` (doc L1852-1870): what a requester may see, so no requester, priority or
 * category, and agents without their user name (notes 5.47).
 */
const myTicketRow = () =>
  z
    .looseObject({
      id: outId(),
      friendly_id: outFriendlyId(),
      title: z.string(),
      status: openEnum('open'),
      due_at: timestamp().nullish(),
      type: typeRef().nullish(),
      agent: userRef().nullish(),
    })
    .meta({ title: 'My Ticket Row' });

/** A public comment; that it is one goes without saying here (doc L1898-1918). */
const myTicketComment = () =>
  z
    .looseObject({
      id: outId(),
      body: z.string(),
      created_at: timestamp(),
      created_by: userRef().nullish(),
      attachments: z.array(attachmentRef()).nullish(),
    })
    .meta({ title: 'My Ticket Comment' });

/** The whole ticket as its requester sees it (doc L1882-1933). */
const myTicketRecord = () =>
  myTicketRow()
    .extend({
      description: z.string().nullish(),
      created_at: timestamp(),
      updated_at: timestamp(),
      closed_at: timestamp().nullish(),
      comments: z.array(myTicketComment()).nullish(),
      attachments: z.array(attachmentRef()).nullish(),
    })
    .meta({ title: 'My Ticket' });

const myTicketBody = () =>
  z.strictObject({
    title: requiredText({ title: 'Title' }),
    description: textField({ title: 'Description', format: 'html', description: 'HTML' }).optional(),
    type_id: idField({ title: 'Type', references: 'ticket_types' }),
  });

const commentBody = () =>
  z.strictObject({ body: requiredText({ title: 'Body', format: 'html', description: 'HTML' }) });

/** doc L1837-2034: tickets that the API user requested */
export const myTicketSchemas = {
  'myTickets.list': { output: z.array(myTicketRow()) },
  'myTickets.get': { params: ticketNumber(), output: myTicketRecord() },
  'myTickets.create': { body: myTicketBody(), output: myTicketRecord() },
  'myTickets.addComment': { params: ticketNumber(), body: commentBody(), output: myTicketComment() },
  'myTickets.reopen': { params: ticketNumber(), output: myTicketRecord() },
} satisfies Record<string, OperationSchemas>;
