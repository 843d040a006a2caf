import { findKinds, getKind, type Row } from 'bossdesk-client';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { unwrapLocator } from '../panel/values.js';
import { pickerName } from './pickerNames.js';
import { type Search, searchKind, searchTicketPart } from './searchKind.js';

/** Comments that have files: only those are asked for. */
const commentsWithFiles = ({ comments }: Row) =>
  ((comments ?? []) as Row[]).filter(({ attachments }) => ((attachments ?? []) as Row[]).length > 0);

const attachmentsOf = (record: Row, context: ILoadOptionsFunctions): unknown => {
  const parent = context.getCurrentNodeParameter('parent') as string;
  if (!parent.endsWith('Comment')) return record['attachments'];
  const commentId = Number(unwrapLocator(context.getCurrentNodeParameter('commentId')));
  return ((record['comments'] ?? []) as Row[]).find(({ id }) => id === commentId)?.['attachments'];
};

const listed = findKinds(({ list }) => list !== undefined);

/** Behind the `list` mode of every picker. */
export const listSearch: Readonly<Record<string, Search>> = {
  // A title is no name by which others would refer to a ticket.
  ...Object.fromEntries(
    listed
      .filter((kind) => getKind(kind).isTitled !== true)
      .map((kind) => [pickerName(kind, 'id'), searchKind(kind, 'id')]),
  ),
  ...Object.fromEntries(
    listed
      .filter((kind) => getKind(kind).by === 'number')
      .map((kind) => [pickerName(kind, 'friendly_id'), searchKind(kind, 'friendly_id')]),
  ),
  ...Object.fromEntries(
    findKinds(({ partOf }) => partOf !== undefined).map((kind) => [
      pickerName(kind, 'id'),
      searchTicketPart(kind, (ticket) =>
        kind === 'comments' ? commentsWithFiles(ticket) : ticket[getKind(kind).partOf?.field ?? kind],
      ),
    ]),
  ),
  [pickerName('attachments', 'id')]: searchTicketPart('attachments', attachmentsOf),
};
