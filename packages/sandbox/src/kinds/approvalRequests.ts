import { defineKind } from '../model/kind.js';
import type { RecordOf } from '../model/record.js';
import { reference } from '../model/references.js';
import { id, moment, text, time, wholeText } from '../model/values.js';
import { userRef } from './users.js';

/** Only ever seen inside a ticket: no route makes or changes one (doc L1603-1616). */
const fields = {
  id: id(),
  status: wholeText('sent'),
  comment: text(),
  created_at: time(),
  responded_at: moment(),
  user_id: reference('users', userRef),
};

export type ApprovalRequestRecord = RecordOf<typeof fields>;

export const approvalRequests = defineKind(fields);
