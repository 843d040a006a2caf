import type { Attachment, AttachmentRef } from 'bossdesk-client';
import * as z from 'zod';
import { openLocalFile } from '../files.js';
import { buildReply } from '../render/reply.js';
import { oneLine } from '../render/text.js';
import { line, showBytes, showPerson, showTime } from '../render/values.js';
import { requireRecords } from './answers.js';
import { recordArgument } from './fields.js';
import { defineTool, type Tool, type ToolContext, ToolError } from './tool.js';
import { writeTool } from './writeTool.js';

const getAttachment = defineTool({
  name: 'get_attachment',
  toolset: 'attachments',
  title: 'Get an attachment',
  operations: [
    'attachments.getFromTicket',
    'attachments.getFromTicketComment',
    'attachments.getFromMyTicket',
    'attachments.getFromMyTicketComment',
    'attachments.getFromCi',
  ],
  description:
    'Shows what an attachment is and a link that downloads it, for ten minutes. Name the one record that it belongs to; get_ticket has the ids.',
  input: {
    attachment_id: recordArgument('attachments'),
    ticket_number: recordArgument('tickets').optional(),
    ci_number: recordArgument('cis').optional(),
    my_ticket_number: recordArgument('my_tickets').optional(),
    comment_id: recordArgument('comments').meta({ description: 'If it belongs to a comment' }).optional(),
  },
  async run({ client, signal }, args) {
    const attachment = await client.attachments.get(toAttachmentRef(args), { signal });
    requireRecords('Could not get an attachment', [attachment], ['id']);
    return buildReply({ head: `Attachment ${attachment.id}.`, data: renderAttachment(attachment) });
  },
});

interface AttachmentArguments {
  readonly attachment_id: number;
  readonly ticket_number?: number | undefined;
  readonly ci_number?: number | undefined;
  readonly my_ticket_number?: number | undefined;
  readonly comment_id?: number | undefined;
}

function toAttachmentRef({
  attachment_id: id,
  ticket_number,
  ci_number,
  my_ticket_number,
  comment_id,
}: AttachmentArguments): AttachmentRef {
  const parents = [
    { parent: 'ticket', friendly_id: ticket_number },
    { parent: 'ci', friendly_id: ci_number },
    { parent: 'myTicket', friendly_id: my_ticket_number },
  ] as const;
  const [given, another] = parents.filter(({ friendly_id }) => friendly_id !== undefined);
  if (given?.friendly_id === undefined || another !== undefined)
    throw new ToolError('Give exactly one of ticket_number, ci_number and my_ticket_number.');
  const { parent, friendly_id } = given;
  if (comment_id === undefined) return { parent, friendly_id, id };
  if (parent === 'ci') throw new ToolError('comment_id: CIs have no comments. Leave it out.');
  return { parent: `${parent}Comment`, friendly_id, comment_id, id };
}

function renderAttachment(attachment: Attachment): string[] {
  const minutes = String(attachment.secure_url_expire_time_in_mins ?? 10);
  return [
    ...line('name', oneLine(attachment.name, 500)),
    ...line('description', attachment.description),
    ...line('size', showBytes(attachment.size)),
    ...line('created', showTime(attachment.created_at)),
    ...line('created by', showPerson(attachment.created_by)),
    ...line(`link, good for ${minutes} minutes`, attachment.secure_url),
  ];
}

const uploadCiAttachment = defineTool({
  name: 'upload_ci_attachment',
  toolset: 'attachments',
  title: 'Attach a file to a CI',
  operations: ['attachments.create', 'attachments.prepareUpload'],
  description:
    'Attaches a file to a CI, uploads it: one on the machine of this server, or a small one given here. Files cannot be attached to tickets. Read one by get_attachment.',
  isSlow: true,
  output: z.object({ attachment_id: z.int() }),
  input: {
    ci_number: recordArgument('cis'),
    file_path: z.string().optional().meta({ description: 'Absolute path on the server' }),
    content_base64: z.string().optional().meta({ description: 'Instead of file_path' }),
    file_name: z.string().optional().meta({ description: 'Needed with content_base64' }),
    description: z.string().optional().meta({ description: 'What the file is' }),
  },
  async run(context, { ci_number, description, ...args }) {
    const attachment = await withFile(context, args, (file) =>
      context.client.attachments.upload(
        { friendly_id: ci_number, file, ...(description === undefined ? {} : { description }) },
        { signal: context.signal },
      ),
    );
    return buildReply({
      head: `Attached the file to CI ${ci_number} as attachment ${attachment.id}. Keep the id: no tool lists a CI's attachments.`,
      data: renderAttachment(attachment),
      structured: { attachment_id: attachment.id },
    });
  },
});

interface FileArguments {
  readonly file_path?: string | undefined;
  readonly content_base64?: string | undefined;
  readonly file_name?: string | undefined;
}

type UploadFile = Parameters<ToolContext['client']['attachments']['upload']>[0]['file'];

async function withFile<T>(
  { config }: ToolContext,
  { file_path, content_base64, file_name }: FileArguments,
  use: (file: UploadFile) => Promise<T>,
): Promise<T> {
  if ((file_path === undefined) === (content_base64 === undefined))
    throw new ToolError('Give either file_path, or content_base64 with file_name.');
  if (file_path !== undefined) {
    await using file = await openLocalFile(file_path, config.filesDirs);
    return await use({ name: file_name ?? file.name, content: file });
  }
  if (file_name === undefined) throw new ToolError('file_name: is needed with content_base64.');
  return use({ name: file_name, content: decodeBase64(content_base64 ?? '') });
}

function decodeBase64(text: string): Uint8Array {
  const plain = text.replace(/\s+/g, '');
  if (plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(plain))
    throw new ToolError('content_base64: is not Base64.');
  return new Uint8Array(Buffer.from(plain, 'base64'));
}

const updateCiAttachment = writeTool({
  name: 'update_ci_attachment',
  toolset: 'attachments',
  operation: 'attachments.update',
  description: "Changes the description of a CI's attachment. Read one by get_attachment.",
  describe: { description: 'The new description' },
  done: ({ target }) => `Updated ${target}.`,
});

export const attachmentTools: readonly Tool[] = [getAttachment, uploadCiAttachment, updateCiAttachment];
