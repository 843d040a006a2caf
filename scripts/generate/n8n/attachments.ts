import type { AttachmentRef } from '../../../packages/core/src/index.js';
import type { INodeProperties } from 'n8n-workflow';
import { operationIdOf } from '../../../nodes/BossDesk/actions/attachments.js';
import { getOperation } from '../../../packages/core/src/index.js';
import { buildCollection, buildFields, type Shown } from './collections.js';

type Parent = AttachmentRef['parent'];

const parents: Readonly<Record<Parent, string>> = {
  ci: 'CI',
  myTicket: 'My Ticket',
  myTicketComment: 'Comment on My Ticket',
  ticket: 'Ticket',
  ticketComment: 'Comment on Ticket',
};

/** Each level below the one before it. */
const levels = ['ciNumber', 'ticketNumber', 'commentId', 'attachmentId'];

/** Files hang on five kinds of parents, and go up in three steps: no single route says what the panel asks for. */
export function buildAttachmentPanel(verb: 'get' | 'upload'): readonly Shown[] {
  return verb === 'get' ? buildGetPanel() : buildUploadPanel();
}

function buildGetPanel(): readonly Shown[] {
  const parent: INodeProperties = {
    displayName: 'Attached To',
    name: 'parent',
    type: 'options',
    options: (Object.keys(parents) as Parent[])
      .map((value) => ({ name: parents[value], value }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    default: 'ticket',
    description: 'What the file is attached to',
  };
  const path = (Object.keys(parents) as Parent[])
    .flatMap((value) =>
      buildFields(getOperation(operationIdOf(value))).map(({ property }) => ({ property, show: { parent: [value] } })),
    )
    .sort((a, b) => levels.indexOf(a.property.name) - levels.indexOf(b.property.name));
  const download: INodeProperties = {
    displayName: 'Download',
    name: 'download',
    type: 'boolean',
    default: false,
    description: 'Whether to download the file itself, and not only what is known about it',
  };
  const target: INodeProperties = {
    displayName: 'Put Output File in Field',
    name: 'binaryPropertyName',
    type: 'string',
    default: 'data',
    required: true,
    description: 'The name of the output binary field to put the file in',
  };
  return [{ property: parent }, ...path, { property: download }, { property: target, show: { download: [true] } }];
}

function buildUploadPanel(): readonly Shown[] {
  const source: INodeProperties = {
    displayName: 'Input Binary Field',
    name: 'binaryPropertyName',
    type: 'string',
    default: 'data',
    required: true,
    description: 'The name of the input binary field that holds the file',
  };
  const fileName: INodeProperties = {
    displayName: 'File Name',
    name: 'fileName',
    type: 'string',
    default: '',
    description: 'Left out, the name of the input file',
  };
  // The key comes from the storage, between the steps.
  const fields = buildFields(getOperation('attachments.create'), ['tmp_key']);
  const [number, collection] = fields.map(({ property }) => property);
  if (number === undefined || collection === undefined) throw new Error('attachments.create lost its fields');
  const options = [...((collection.options ?? []) as INodeProperties[]), fileName];
  return [{ property: number }, { property: source }, { property: buildCollection('additionalFields', options) }];
}
