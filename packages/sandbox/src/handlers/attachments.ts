import {
  attachmentFile,
  attachmentRef,
  type AttachmentRecord,
  attachments,
  attachmentTimes,
} from '../kinds/attachments.js';
import { ValidationFailure } from '../rails/failures.js';
import type { Handlers, RequestContext } from './handler.js';
import { changeRecord, draftRecord } from './records.js';
import { findCi, findMyTicket, findNested, findTicket, removeFrom } from './shared.js';

type AttachmentOperation = `attachments.${
  | 'prepareUpload'
  | 'create'
  | 'update'
  | 'delete'
  | 'getFromCi'
  | 'getFromTicket'
  | 'getFromTicketComment'
  | 'getFromMyTicket'
  | 'getFromMyTicketComment'}`;

/** doc L165 */
export const LINK_MINUTES = 10;

export const attachmentHandlers: Handlers<AttachmentOperation> = {
  'attachments.prepareUpload': (context) => {
    findCi(context);
    return context.storage.prepareUpload();
  },

  'attachments.create': (context, permit) => {
    const { state, storage } = context;
    const ci = findCi(context);
    const body = permit();
    const upload = storage.keepUpload(body.tmp_key ?? '');
    // The error names `key` though the field is `tmp_key` (doc L170-172).
    if (upload === undefined) throw new ValidationFailure({ key: ['is invalid'] });
    const attachment = {
      ...draftRecord(context, attachments, body, {
        name: upload.name,
        size: upload.file.size,
        storage_key: upload.storageKey,
      }),
      id: state.nextNestedId(),
    };
    ci.attachments.push(attachment);
    return renderAttachment(context, attachment);
  },

  'attachments.update': (context, permit) => {
    const attachment = findNested(context, findCi(context).attachments);
    const body = permit();
    if (Object.keys(body).length > 0) {
      Object.assign(attachment, changeRecord(context, attachments, attachment, body), { updated_at: context.now });
    }
    return renderAttachment(context, attachment);
  },

  'attachments.delete': (context) => {
    const { attachments } = findCi(context);
    const attachment = findNested(context, attachments);
    const answer = renderAttachment(context, attachment);
    removeFrom(attachments, attachment);
    context.storage.remove(attachment.storage_key);
    return answer;
  },

  'attachments.getFromCi': (context) => renderAttachment(context, findNested(context, findCi(context).attachments)),

  'attachments.getFromTicket': (context) =>
    renderAttachment(context, findNested(context, findTicket(context).attachments)),

  'attachments.getFromTicketComment': (context) => {
    const comment = findNested(context, findTicket(context).comments, 'comment_id');
    return renderAttachment(context, findNested(context, comment.attachments));
  },

  'attachments.getFromMyTicket': (context) =>
    renderAttachment(context, findNested(context, findMyTicket(context).attachments)),

  'attachments.getFromMyTicketComment': (context) => {
    const visible = findMyTicket(context).comments.filter((comment) => comment.is_public);
    const comment = findNested(context, visible, 'comment_id');
    return renderAttachment(context, findNested(context, comment.attachments));
  },
};

/** doc L149-166 */
const renderAttachment = ({ state, storage }: RequestContext, attachment: AttachmentRecord) => ({
  ...attachmentFile(state, attachment),
  secure_url: storage.linkTo(attachment.storage_key),
  ...attachmentTimes(state, attachment),
  ...attachmentRef(state, attachment),
  secure_url_expire_time_in_mins: LINK_MINUTES,
});
