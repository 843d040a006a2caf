import type { Operation } from './operation.js';

export const prepareAttachmentUpload = {
  id: 'attachments.prepareUpload',
  kind: 'attachments',
  api: 'v1',
  method: 'GET',
  path: '/cis/:friendly_id/attachments/new',
  success: { status: 200, body: 'record' },
  title: 'Get the data for uploading a file to a CI',
  doc: [97, 130],
  routeLine: 100,
  faces: { n8n: 'attachment.upload', mcp: 'upload_ci_attachment' },
} as const satisfies Operation;

export const createAttachment = {
  id: 'attachments.create',
  kind: 'attachments',
  api: 'v1',
  method: 'POST',
  path: '/cis/:friendly_id/attachments',
  envelope: 'attachment',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Attach an uploaded file to a CI',
  doc: [132, 174],
  routeLine: 135,
  faces: { n8n: 'attachment.upload', mcp: 'upload_ci_attachment' },
} as const satisfies Operation;

export const getTicketAttachment = {
  id: 'attachments.getFromTicket',
  kind: 'attachments',
  api: 'v1',
  method: 'GET',
  path: '/tickets/:friendly_id/attachments/:id',
  success: { status: 200, body: 'record' },
  title: 'Get an attachment of a ticket',
  doc: [176, 205],
  routeLine: 179,
  faces: { n8n: 'attachment.get', mcp: 'get_attachment' },
} as const satisfies Operation;

export const getTicketCommentAttachment = {
  id: 'attachments.getFromTicketComment',
  kind: 'attachments',
  api: 'v1',
  method: 'GET',
  path: '/tickets/:friendly_id/comments/:comment_id/attachments/:id',
  success: { status: 200, body: 'record' },
  title: 'Get an attachment of a ticket comment',
  doc: [176, 205],
  routeLine: 180,
  faces: { n8n: 'attachment.get', mcp: 'get_attachment' },
} as const satisfies Operation;

export const getMyTicketAttachment = {
  id: 'attachments.getFromMyTicket',
  kind: 'attachments',
  api: 'v1',
  method: 'GET',
  path: '/my/tickets/:friendly_id/attachments/:id',
  success: { status: 200, body: 'record' },
  title: 'Get an attachment of one of my tickets',
  doc: [176, 205],
  routeLine: 181,
  faces: { n8n: 'attachment.get', mcp: 'get_attachment' },
} as const satisfies Operation;

export const getMyTicketCommentAttachment = {
  id: 'attachments.getFromMyTicketComment',
  kind: 'attachments',
  api: 'v1',
  method: 'GET',
  path: '/my/tickets/:friendly_id/comments/:comment_id/attachments/:id',
  success: { status: 200, body: 'record' },
  title: 'Get an attachment of a comment on one of my tickets',
  doc: [176, 205],
  routeLine: 182,
  faces: { n8n: 'attachment.get', mcp: 'get_attachment' },
} as const satisfies Operation;

export const getCiAttachment = {
  id: 'attachments.getFromCi',
  kind: 'attachments',
  api: 'v1',
  method: 'GET',
  path: '/cis/:friendly_id/attachments/:id',
  success: { status: 200, body: 'record' },
  title: 'Get an attachment of a CI',
  doc: [176, 205],
  routeLine: 183,
  faces: { n8n: 'attachment.get', mcp: 'get_attachment' },
} as const satisfies Operation;

export const updateAttachment = {
  id: 'attachments.update',
  kind: 'attachments',
  api: 'v1',
  method: 'PATCH',
  path: '/cis/:friendly_id/attachments/:id',
  envelope: 'attachment',
  success: { status: 200, body: 'record' },
  change: 'update',
  title: 'Update the description of a CI attachment',
  doc: [207, 240],
  routeLine: 210,
  faces: { n8n: 'attachment.update', mcp: 'update_ci_attachment' },
} as const satisfies Operation;

export const deleteAttachment = {
  id: 'attachments.delete',
  kind: 'attachments',
  api: 'v1',
  method: 'DELETE',
  path: '/cis/:friendly_id/attachments/:id',
  success: { status: 200, body: 'record' },
  change: 'delete',
  title: 'Delete an attachment of a CI',
  doc: [242, 267],
  routeLine: 245,
  faces: { n8n: 'attachment.delete', mcp: 'delete_ci_attachment' },
} as const satisfies Operation;
