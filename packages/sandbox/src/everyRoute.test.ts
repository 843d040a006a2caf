import { operations, type OperationId } from 'bossdesk-client';
import { schemas } from 'bossdesk-client/schemas';
import { useSandbox } from './testing/useSandbox.js';

const local = useSandbox({ tickets: 6, cis: 5, users: 12 });
const { call, get, send } = local;

/** What each operation is asked: values for its path, and what its envelope wraps. */
interface Question {
  params?: Record<string, string | number>;
  body?: object;
  authorization?: string;
}

const ticket = { title: 'New', type_id: 11_001, priority_id: 12_001 };

/** Ids that only the answers of other calls tell. */
async function askAround() {
  const full = (await get('/tickets/1')).json as {
    attachments: { id: number }[];
    comments: { id: number; attachments: { id: number }[] }[];
    tasks: { id: number }[];
    time_entries: { id: number }[];
  };
  const own = (await get('/my/tickets/4')).json as typeof full;
  const note = (await call('POST', '/cis/1/notes', { body: { note: { text: 'x' } } })).json as { id: number };
  const closedTask = (await call('POST', '/tickets/1/tasks', { body: { task: { title: 'x' } } })).json as {
    id: number;
  };
  await call('PATCH', `/tickets/1/tasks/${closedTask.id}/close`, { body: {} });
  const attachment = (await call('POST', '/cis/1/attachments', { body: { attachment: { tmp_key: await upload() } } }))
    .json as { id: number };
  return { full, own, note, closedTask, attachment };
}

async function upload(): Promise<string> {
  const prepared = (await get('/cis/1/attachments/new')).json as {
    post_url: string;
    post_fields: Record<string, string>;
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(prepared.post_fields)) form.set(name, value);
  form.set('file', new File(['x'], 'x.txt'));
  const { text } = await send(prepared.post_url, { method: 'POST', body: form });
  return /<Key>(.*)<\/Key>/.exec(text)?.[1] ?? '';
}

async function makeQuestions(): Promise<Record<OperationId, Question>> {
  const { full, own, note, closedTask, attachment } = await askAround();
  const inTicket = (id: number | undefined) => ({ friendly_id: 1, id: id ?? 0 });
  const inComment = (number: number, { comments }: typeof full) => ({
    friendly_id: number,
    comment_id: comments[0]?.id ?? 0,
    id: comments[0]?.attachments[0]?.id ?? 0,
  });
  return {
    'sessions.create': { authorization: `Basic ${Buffer.from('jackpot:sandbox-password').toString('base64')}` },
    'account.get': {},
    'attachments.prepareUpload': { params: { friendly_id: 1 } },
    'attachments.create': { params: { friendly_id: 1 }, body: { tmp_key: await upload() } },
    'attachments.getFromTicket': { params: inTicket(full.attachments[0]?.id) },
    'attachments.getFromTicketComment': { params: inComment(1, full) },
    'attachments.getFromMyTicket': { params: { friendly_id: 4, id: own.attachments[0]?.id ?? 0 } },
    'attachments.getFromMyTicketComment': { params: inComment(4, own) },
    'attachments.getFromCi': { params: { friendly_id: 1, id: attachment.id } },
    'attachments.update': { params: { friendly_id: 1, id: attachment.id }, body: { description: 'x' } },
    'attachments.delete': { params: { friendly_id: 1, id: attachment.id } },
    'cis.list': {},
    'cis.get': { params: { friendly_id: 1 } },
    'cis.getByBarcode': { params: { barcode: 'BOSS-1000' } },
    'cis.create': { body: { name: 'x' } },
    'cis.update': { params: { friendly_id: 1 }, body: { model: 'x' } },
    'cis.delete': { params: { friendly_id: 5 } },
    'ciNotes.create': { params: { friendly_id: 1 }, body: { text: 'x' } },
    'ciNotes.update': { params: { friendly_id: 1, id: note.id }, body: { text: 'y' } },
    'ciNotes.delete': { params: { friendly_id: 1, id: note.id } },
    'ciStatuses.list': {},
    'ciTypes.list': {},
    'customFields.list': {},
    'groups.list': {},
    'helpdeskCategories.list': {},
    'helpdeskExtendedStatuses.list': {},
    'helpdeskPriorities.list': {},
    'locations.list': {},
    'manufacturers.list': {},
    'savedSearches.list': {},
    'savedSearches.run': { params: { id: 38_003 } },
    'tags.list': {},
    'tasks.create': { params: { friendly_id: 1 }, body: { title: 'x' } },
    'tasks.update': { params: inTicket(full.tasks[0]?.id), body: { note: 'x' } },
    'tasks.close': { params: inTicket(full.tasks[0]?.id), body: { note: 'x' } },
    'tasks.reopen': { params: inTicket(closedTask.id) },
    'tasks.delete': { params: inTicket(closedTask.id) },
    'taskTypes.list': {},
    'teams.list': {},
    'tickets.list': {},
    'tickets.get': { params: { friendly_id: 1 } },
    'tickets.create': { body: ticket },
    'tickets.update': { params: { friendly_id: 1 }, body: { title: 'x' } },
    'tickets.addComment': { params: { friendly_id: 1 }, body: { body: 'x', is_public: false } },
    'tickets.close': { params: { friendly_id: 2 } },
    'tickets.reopen': { params: { friendly_id: 5 } },
    'myTickets.list': {},
    'myTickets.get': { params: { friendly_id: 4 } },
    'myTickets.create': { body: { title: 'x', type_id: 11_001 } },
    'myTickets.addComment': { params: { friendly_id: 4 }, body: { body: 'x' } },
    'myTickets.reopen': { params: { friendly_id: 5 } },
    'ticketTypes.list': {},
    'timeEntries.create': { params: { friendly_id: 1 }, body: { date: '31-12-2017', duration: 5 } },
    'timeEntries.update': { params: inTicket(full.time_entries[0]?.id), body: { duration: 5 } },
    'timeEntries.delete': { params: inTicket(full.time_entries[0]?.id) },
    'users.list': {},
    'users.get': { params: { friendly_id: 1 } },
    'users.create': { body: { username: 'x' } },
    'users.update': { params: { friendly_id: 1 }, body: { phone: 'x' } },
  };
}

describe('every documented route', () => {
  it.each(operations.map((operation) => [operation.method, operation.path, operation] as const))(
    'answers %s %s as its schema says',
    async (method, pattern, operation) => {
      const { params = {}, body, authorization } = (await makeQuestions())[operation.id];
      const path = Object.entries(params).reduce<string>(
        (text, [name, value]) => text.replace(`:${name}`, String(value)),
        pattern,
      );
      const envelope = 'envelope' in operation ? operation.envelope : undefined;
      const reply = await call(method, path, {
        ...(method === 'GET' || method === 'DELETE'
          ? {}
          : { body: envelope === undefined ? {} : { [envelope]: body } }),
        ...(authorization === undefined ? {} : { headers: { authorization } }),
      });
      expect(reply.status).toBe(operation.success.status);
      expect(schemas[operation.id].output.safeParse(reply.json)).toMatchObject({ success: true });
    },
  );
});
