import { type AttachmentRef, getOperation, type OperationId } from 'bossdesk-client';
import { resolveNames } from '../names.js';
import { readInput } from '../panel/readInput.js';
import { readSwitch } from '../panel/readSettings.js';
import { isEmpty } from '../panel/values.js';
import { readIfThere } from './nothingFound.js';
import type { ApiRecord, Handler, Run } from './run.js';

/** Attaches a file of the input item to a CI. */
export const uploadAttachment: Handler = async (run) => {
  const { context, client, itemIndex, options, settings } = run;
  const property = readBinaryProperty(run);
  const { fileName, fileExtension } = context.helpers.assertBinaryData(itemIndex, property);
  const content = await context.helpers.getBinaryDataBuffer(itemIndex, property);
  const { friendly_id, description } = (await readTarget(run, 'attachments.create')) as {
    friendly_id: number;
    description?: string;
  };
  const chosenName = context.getNodeParameter('additionalFields.fileName', itemIndex, '') as string;
  const name = isEmpty(chosenName) ? (fileName ?? `file.${fileExtension ?? 'bin'}`) : chosenName;
  if (settings.isDryRun) {
    const operation = getOperation('attachments.create');
    const path = `/api/v1${operation.path.replace(':friendly_id', String(friendly_id))}`;
    const file = { name, size: content.length };
    return [
      { json: { dry_run: true, operation: operation.id, method: operation.method, path, body: { description, file } } },
    ];
  }
  const upload = { friendly_id, file: { name, content }, ...(description === undefined ? {} : { description }) };
  return [{ json: (await client.attachments.upload(upload, options)) as ApiRecord }];
};

/** Reads an attachment of any parent, with its file where that is wanted. */
export const getAttachment: Handler = async (run) => {
  const { context, client, itemIndex, options } = run;
  const parent = context.getNodeParameter('parent', itemIndex) as AttachmentRef['parent'];
  const id = operationIdOf(parent);
  const operation = getOperation(id);
  const ref = { parent, ...(await readTarget(run, id)) } as AttachmentRef;
  if (!readSwitch(context, itemIndex, 'download', 'Download')) {
    const found = await readIfThere(run, operation, () => client.attachments.get(ref, options));
    return found === undefined ? [] : [{ json: found as ApiRecord }];
  }
  const download = await readIfThere(run, operation, () => client.attachments.download(ref, options));
  if (download === undefined) return [];
  const { attachment, bytes } = download;
  const file = await context.helpers.prepareBinaryData(Buffer.from(bytes), attachment.name);
  return [{ json: attachment as ApiRecord, binary: { [readBinaryProperty(run)]: file } }];
};

/** What the panel says of the file's place. */
function readTarget({ context, itemIndex, names }: Run, id: OperationId) {
  const operation = getOperation(id);
  return resolveNames(names, operation, readInput(context, itemIndex, operation));
}

/** `ticketComment` is read by `attachments.getFromTicketComment`. */
export function operationIdOf(parent: AttachmentRef['parent']): OperationId {
  return `attachments.getFrom${capitalize(parent)}`;
}

function capitalize<T extends string>(text: T): Capitalize<T> {
  return (text.charAt(0).toUpperCase() + text.slice(1)) as Capitalize<T>;
}

function readBinaryProperty({ context, itemIndex }: Run): string {
  return context.getNodeParameter('binaryPropertyName', itemIndex);
}
