import type { OperationId } from '../operations/index.js';
import { getOperation } from '../operations/index.js';
import type { OperationOutput } from '../schemas/index.js';
import type { FriendlyId, Id } from '../schemas/fields.js';
import { isRecord } from '../values/json.js';
import type { CallOptions, Sender } from '../send/sender.js';
import { InvalidInputError, StorageError, UnexpectedResponseError } from '../errors/index.js';
import { baseName, encodeMultipart, type FileSource } from './multipart.js';
import { isExpired, readPolicyExpiry, readStorageError, readStoredKey } from './s3Answer.js';
import { couldNot } from '../wire/sentences.js';
import type { HttpResponse } from '../wire/transport.js';

export type Attachment = OperationOutput<'attachments.getFromCi'>;
type PreparedUpload = OperationOutput<'attachments.prepareUpload'>;

/** Where an attachment hangs (doc L179-183); `comment_id` with the two comment parents only. */
export type AttachmentRef =
  | { readonly parent: 'ci' | 'ticket' | 'myTicket'; readonly friendly_id: FriendlyId; readonly id: Id }
  | {
      readonly parent: 'ticketComment' | 'myTicketComment';
      readonly friendly_id: FriendlyId;
      readonly comment_id: Id;
      readonly id: Id;
    };

export interface UploadInput {
  /** The CI's number: files can be attached to CIs only (notes 5.6). */
  readonly friendly_id: FriendlyId;
  readonly file: FileSource;
  readonly description?: string;
}

const readers = {
  ci: 'attachments.getFromCi',
  ticket: 'attachments.getFromTicket',
  ticketComment: 'attachments.getFromTicketComment',
  myTicket: 'attachments.getFromMyTicket',
  myTicketComment: 'attachments.getFromMyTicketComment',
} as const satisfies Record<AttachmentRef['parent'], OperationId>;

/** Reads an attachment's metadata and its link, which is good for about ten minutes (doc L165). */
export async function getAttachment(
  sender: Sender,
  { parent, ...input }: AttachmentRef,
  options?: CallOptions,
): Promise<Attachment> {
  return (await sender.call(getOperation(readers[parent]), input, options)) as Attachment;
}

/**
 * Reads an attachment and its bytes. The API key is not sent to the storage; a link that has run out is fetched anew
 * once (notes 5.11).
 *
 * @throws StorageError when the storage refuses.
 */
export async function downloadAttachment(
  sender: Sender,
  ref: AttachmentRef,
  options?: CallOptions,
): Promise<{ attachment: Attachment; bytes: Uint8Array }> {
  const operation = getOperation(readers[ref.parent]);
  const fetchFile = async () => {
    const attachment = await getAttachment(sender, ref, options);
    refuseUnsafeUrl(sender, operation.id, attachment.secure_url);
    const response = await sender.sendFile(
      operation,
      { method: 'GET', url: attachment.secure_url, headers: {}, responseType: 'bytes', size: attachment.size },
      options,
    );
    return { attachment, response };
  };
  let { attachment, response } = await fetchFile();
  if (response.status === 403) ({ attachment, response } = await fetchFile());
  if (response.bytes === undefined || response.status >= 300)
    throw storageError(operation.id, 'The file could not be downloaded', response);
  return { attachment, bytes: response.bytes };
}

/**
 * Attaches a file to a CI in the API's three steps: ask for upload data, post the file to the storage, create the
 * attachment with the key that the storage answers (doc L97-174). Upload data that has run out is asked for anew once.
 *
 * @throws InvalidInputError for a file without a name; StorageError when the storage refuses.
 */
export async function uploadAttachment(
  sender: Sender,
  { friendly_id, file, description }: UploadInput,
  options?: CallOptions,
): Promise<Attachment> {
  const operation = getOperation('attachments.create');
  const name = baseName(file.name);
  if (name === '')
    throw new InvalidInputError({
      operation: operation.id,
      issues: [{ field: 'file', message: 'the file needs a name' }],
    });
  let upload = await postFile(sender, { friendly_id, file }, options);
  if (isExpired(upload.response)) upload = await postFile(sender, { friendly_id, file }, options);
  const { prepared, response } = upload;
  if (response.status < 200 || response.status >= 300)
    throw storageError(operation.id, 'The storage refused the file', response, prepared);
  const tmp_key = readStoredKey(response, prepared.post_fields['key'], name);
  if (tmp_key === undefined)
    throw storageError(operation.id, 'The storage did not say under which key it put the file', response);
  return (await sender.call(
    operation,
    { friendly_id, tmp_key, ...(description === undefined ? {} : { description }) },
    options,
  )) as Attachment;
}

async function postFile(sender: Sender, { friendly_id, file }: UploadInput, options?: CallOptions) {
  const operation = getOperation('attachments.prepareUpload');
  const prepared = (await sender.call(operation, { friendly_id }, options)) as PreparedUpload;
  if (!isRecord(prepared.post_fields)) {
    throw new UnexpectedResponseError(`${couldNot(operation)}: the answer has no fields for the upload`, {
      operation: operation.id,
      hint: 'Nothing was uploaded; tell the BOSSDesk administrator.',
    });
  }
  refuseUnsafeUrl(sender, operation.id, prepared.post_url);
  const { body, contentType } = encodeMultipart(prepared.post_fields, file);
  const response = await sender.sendFile(
    operation,
    { method: 'POST', url: prepared.post_url, headers: { 'content-type': contentType }, body, size: body.length },
    options,
  );
  return { prepared, response };
}

function refuseUnsafeUrl(sender: Sender, operation: string, url: string): void {
  if (sender.isSafeFileUrl(url)) return;
  throw new StorageError('BOSSDesk named a storage address that is not https', {
    operation,
    code: undefined,
    hint: 'Nothing was sent there; tell the BOSSDesk administrator.',
  });
}

/** Storages write their codes in one word: anything longer is somebody's text. */
const isCode = /^\w{1,60}$/;

function storageError(
  operation: string,
  what: string,
  response: HttpResponse,
  prepared?: PreparedUpload,
): StorageError {
  const { code, message } = readStorageError(response);
  const expiry = readPolicyExpiry(prepared?.post_fields['policy']);
  return new StorageError(
    `${what} (${code !== undefined && isCode.test(code) ? code : String(response.status)})${message === undefined ? '' : `: ${message}`}`,
    {
      operation,
      status: response.status,
      code,
      messages: message === undefined ? [] : [message],
      hint:
        expiry === undefined
          ? 'Try again; if it stays so, tell the BOSSDesk administrator.'
          : `Try again; the upload was allowed until ${expiry}.`,
    },
  );
}
