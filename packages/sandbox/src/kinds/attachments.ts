import { hidden } from '../model/field.js';
import { defineKind } from '../model/kind.js';
import { blankRecord, type RecordOf } from '../model/record.js';
import { reference } from '../model/references.js';
import { changeTime, count, id, text, time, wholeText } from '../model/values.js';
import { view, wholeView } from '../model/view.js';
import { sampleFiles } from '../seed/files.js';
import { pick } from '../seed/random.js';
import type { SeedWorld } from '../seed/seedWorld.js';
import { textIn } from '../data/fields.js';
import { userRef, type UserRecord } from './users.js';

const placeOf = (id: unknown, name: unknown): string => `uploads/attachments/${String(id)}/${String(name)}`;

/** In the order in which its parent shows it; its link comes only from its own route. */
const fields = {
  id: id(),
  description: text(),
  name: wholeText('file'),
  created_at: time(),
  size: count(),
  updated_at: hidden(changeTime()),
  created_by_id: hidden(reference('users', userRef)),
  /** Where its file lies in the storage. */
  storage_key: hidden(
    wholeText('', (json, name, _, before) => textIn(json, name) ?? placeOf(before['id'], before['name'])),
  ),
};

export type AttachmentRecord = RecordOf<typeof fields>;

export const attachments = defineKind(fields, ['attachments.create', 'attachments.update'], { unstored: ['tmp_key'] });

/** The part of an attachment by itself that comes before its link, and the part after (doc L149-166). */
export const attachmentFile = view(fields, ['id', 'name', 'description', 'size']);
export const attachmentTimes = view(fields, ['created_at', 'updated_at', 'created_by_id']);

/** Inside its parent. */
export const attachmentRef = wholeView(attachments);

export function seedAttachment(world: SeedWorld, author: UserRecord, createdAt: string): AttachmentRecord {
  const { name, file } = pick(sampleFiles);
  const id = world.nextNestedId();
  const storageKey = placeOf(id, name);
  world.files.set(storageKey, file);
  return {
    ...blankRecord(attachments.fields),
    id,
    name,
    size: file.size,
    created_at: createdAt,
    updated_at: createdAt,
    created_by_id: author.id,
    storage_key: storageKey,
  };
}
