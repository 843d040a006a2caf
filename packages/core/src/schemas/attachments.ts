import { z } from 'zod';
import { idField, outId, requiredText, textField, timestamp, userRef } from './fields.js';
import type { OperationSchemas } from './schema.js';
import { ciNumber, ticketNumber } from './parents.js';

/** What the storage wants back with the file, field by field and unchanged (notes 2). */
const preparedUpload = () =>
  z
    .looseObject({ post_url: z.string(), post_fields: z.record(z.string(), z.string()) })
    .meta({ title: 'Prepared Upload' });

/** `secure_url` opens for `secure_url_expire_time_in_mins` minutes (doc L155-165); `size` is in bytes. */
const attachment = () =>
  z
    .looseObject({
      id: outId(),
      name: z.string(),
      description: z.string().nullish(),
      size: z.number().meta({ description: 'Bytes' }),
      secure_url: z
        .string()
        .meta({ description: 'Link to the file, good for some minutes and without authentication' }),
      secure_url_expire_time_in_mins: z.number().nullish().meta({ description: 'Minutes' }),
      created_at: timestamp(),
      updated_at: timestamp().nullish(),
      created_by: userRef().nullish(),
    })
    .meta({ title: 'Attachment' });

const attachmentId = () => ({ id: idField({ title: 'Attachment ID' }) });
const commentId = () => ({ comment_id: idField({ title: 'Comment ID' }) });
const description = () => textField({ title: 'Description' });

const ofTicket = () => ticketNumber().extend(attachmentId());
const ofTicketComment = () => ticketNumber().extend({ ...commentId(), ...attachmentId() });
const ofCi = () => ciNumber().extend(attachmentId());

/** doc L95-267: read under five parents, written under CIs only (notes 5.6) */
export const attachmentSchemas = {
  'attachments.prepareUpload': { params: ciNumber(), output: preparedUpload() },
  'attachments.create': {
    params: ciNumber(),
    body: z.strictObject({
      description: description().optional(),
      tmp_key: requiredText({ title: 'Temporary Key', description: "The Key in the storage's answer to the upload" }),
    }),
    output: attachment(),
  },
  'attachments.getFromTicket': { params: ofTicket(), output: attachment() },
  'attachments.getFromTicketComment': { params: ofTicketComment(), output: attachment() },
  'attachments.getFromMyTicket': { params: ofTicket(), output: attachment() },
  'attachments.getFromMyTicketComment': { params: ofTicketComment(), output: attachment() },
  'attachments.getFromCi': { params: ofCi(), output: attachment() },
  'attachments.update': { params: ofCi(), body: z.strictObject({ description: description() }), output: attachment() },
  'attachments.delete': { params: ofCi(), output: attachment() },
} satisfies Record<string, OperationSchemas>;
