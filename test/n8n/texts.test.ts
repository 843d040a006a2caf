import { ids, tickets } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const comment = { resource: 'ticket', operation: 'addComment', ticketNumber: byId(tickets.vpn) };

async function sendBody(body: string, options: object = {}) {
  const { requests, node } = await desk.run({ ...comment, body, options });
  const [sent] = requests.filter(({ method }) => method === 'POST');
  return { sent: (sent?.body as { comment: { body: string } } | undefined)?.comment.body, error: node.error };
}

it.each([
  ['Restart <b>all</b>\nMail <a@example.com>', '<p>Restart &lt;b&gt;all&lt;/b&gt;<br>Mail &lt;a@example.com&gt;</p>'],
  ['<p>One</p>\n<p>Two</p>', '<p>One</p>\n<p>Two</p>'],
  ['- one\n- two', '<p>- one<br>- two</p>'],
  ['half \uD83D and \0', '<p>half \uFFFD and \uFFFD</p>'],
])('%j is sent as %j', async (text, html) => {
  expect(await sendBody(text)).toEqual({ sent: html, error: undefined });
});

it.each([
  ['plain', '<p>One</p>', '<p>&lt;p&gt;One&lt;/p&gt;</p>'],
  ['html', 'Restart <b>all</b>', 'Restart <b>all</b>'],
  ['HTML', 'Restart <b>all</b>', 'Restart <b>all</b>'],
  ['auto', '<p>One</p>', '<p>One</p>'],
  ['', '<p>One</p>', '<p>One</p>'],
])('the text format %j has %j sent as %j', async (textFormat, text, html) => {
  expect(await sendBody(text, { textFormat })).toEqual({ sent: html, error: undefined });
});

it('refuses a text format that there is none of, before anything is sent', async () => {
  const { sent, error } = await sendBody('x', { textFormat: 'markdown' });
  expect(sent).toBeUndefined();
  expect(error?.message).toBe('Text Format takes auto, plain, html, not "markdown". Check its expression.');
});

it('holds for descriptions too', async () => {
  const { requests } = await desk.run({
    resource: 'myTicket',
    operation: 'create',
    title: 'x',
    typeId: byId(ids.incident),
    additionalFields: { description: '<p>One</p>' },
    options: { textFormat: 'plain' },
  });
  expect(requests.at(-1)?.body).toMatchObject({ ticket: { description: '<p>&lt;p&gt;One&lt;/p&gt;</p>' } });
});
