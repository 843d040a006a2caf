import type { Workflow } from 'bossdesk-recipes';
import type { RecipeCase } from '../case.js';
import { createTicket, findUser } from '../desk.js';
import type { Stage } from '../furnish.js';
import type { Question, Reply } from '../model.js';

const sample = 'The printer on the 3rd floor does not print. Please open a ticket.';
const proposal = { title: 'Printer on the 3rd floor does not print', description: 'It does nothing since today.' };

const say = (reply: string, ticket: Partial<typeof proposal> = {}): Reply =>
  JSON.stringify({ reply, title: '', description: '', ...ticket });

const toolLike = ({ tools }: Question, words: RegExp): string => tools.find((name) => words.test(name)) ?? 'none';

/** Looks up the person's tickets, as a model does that was told to; then proposes a ticket. */
const helpful = (question: Question): Reply =>
  question.toolResults.length === 0
    ? { tool: toolLike(question, /find/i), args: { words: '', requester_id: 1, requester: 'nfeeney' } }
    : say('I am sorry to hear that.', proposal);

/** Reads ticket 1, which is Don's, and ticket 2, which is Nia's. */
const curious = (question: Question): Reply =>
  question.toolResults.length < 2
    ? { tool: toolLike(question, /read/i), args: { number: question.toolResults.length + 1 } }
    : say('Here you are.');

const answerOf = (items: readonly Record<string, unknown>[]): string => String(items[0]?.['output']);

async function listOfDon({ client }: Stage) {
  const tickets = await client.tickets.list({ q: { title_cont: 'Printer on', s: 'id asc' } });
  return tickets.map(({ title, requester, type, priority }) => [
    title,
    requester?.username,
    type?.name,
    priority?.name,
  ]);
}

const opened = [[proposal.title, 'donkey', 'Incident', 'Medium']];

async function post(stage: Stage, headers: Readonly<Record<string, string>>, chatInput: string, more = {}) {
  const body = JSON.stringify({ action: 'sendMessage', sessionId: 'chat-1', chatInput, ...more });
  const response = await stage.callHook('bossdesk-ask-it/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** As after somebody has let the chat be asked without n8n's login. */
const withoutLogin = (workflow: Workflow): Workflow => ({
  ...workflow,
  nodes: workflow.nodes.map((node) =>
    node.name === 'Chat message' ? { ...node, parameters: { ...node.parameters, authentication: 'none' } } : node,
  ),
});

export const askItInChat: RecipeCase = {
  slug: 'ask-it-in-chat',
  settings: () => ({ sampleAsker: 'don.key@example.com', sample }),
  async seed(stage) {
    const [don, nia] = [await findUser(stage, 'donkey'), await findUser(stage, 'nfeeney')];
    await createTicket(stage, { title: 'Mouse of Don', description: 'It squeaks.', requester_id: don.id });
    await createTicket(stage, { title: 'Secret of Nia', description: 'Hush.', requester_id: nia.id });
    stage.model.answerBy(helpful);
  },
  dry({ model }, { items }) {
    const [found = ''] = model.questions.at(-1)?.toolResults ?? [];
    expect(found).toContain('Mouse of Don');
    expect(found).not.toContain('Secret');
    expect(answerOf(items('Say what was done'))).toBe(
      `I am sorry to hear that.\n\n(Dry run: a ticket "${proposal.title}" would be opened.)`,
    );
  },
  async real(stage) {
    expect(await listOfDon(stage)).toEqual(opened);
  },
  second(_, { items }) {
    expect(answerOf(items('Say what was done'))).toBe('I am sorry to hear that.\n\nTicket #3 is about that already.');
  },
  others: {
    async "reads the person's own ticket, and finds nothing under the number of another's"(stage, recipe) {
      stage.model.answerBy(curious);
      const { status } = await stage.run(await stage.save(recipe.slug, recipe.settings(stage)));
      expect(status).toBe('success');
      const [own, another] = stage.model.questions.at(-1)?.toolResults ?? [];
      expect(own).toContain('It squeaks.');
      expect(another).toContain('"found":false');
      expect(another).not.toContain('Hush');
    },
    async 'opens no second ticket where the model words the same message otherwise'(stage, recipe) {
      const id = await stage.save(recipe.slug, { ...recipe.settings(stage), dryRun: false });
      await stage.run(id);
      stage.takeWrites();
      stage.model.answerBy(() => say('Once more.', { ...proposal, title: 'Something else' }));
      expect(answerOf((await stage.run(id)).items('Say what was done'))).toMatch(/Ticket #3 is about that already\.$/);
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'opens no more in a day than the ceiling'(stage, recipe) {
      const settings = { ...recipe.settings(stage), dryRun: false, maxWrites: 1 };
      await stage.run(await stage.save(recipe.slug, settings));
      stage.takeWrites();
      stage.model.answerBy(() => say('Oh.', { title: 'Another', description: 'Also broken.' }));
      const id = await stage.save(recipe.slug, { ...settings, sample: 'The screen is broken as well.' });
      expect(answerOf((await stage.run(id)).items('Say what was done'))).toMatch(
        /This chat has opened 1 tickets for you/,
      );
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'tells a person whom the desk does not know, and asks no model'(stage, recipe) {
      const { status, items } = await stage.run(
        await stage.save(recipe.slug, { ...recipe.settings(stage), sampleAsker: 'who@example.com' }),
      );
      expect(status).toBe('success');
      expect(answerOf(items('Answer a stranger'))).toMatch(/no single user with the e-mail address "who@example\.com"/);
      expect(stage.model.questions).toEqual([]);
    },
    async 'fails where the model answers nonsense, and opens the ticket in the next run'(stage, recipe) {
      stage.model.answerBy(() => 'Sure thing!');
      const id = await stage.save(recipe.slug, { ...recipe.settings(stage), dryRun: false });
      const { status, failure } = await stage.run(id);
      expect(status).toBe('error');
      expect(failure?.message).toMatch(/^The question was not answered, and no ticket was opened: .*model in Config/);
      expect(stage.takeWrites()).toEqual([]);
      stage.model.answerBy(helpful);
      await stage.run(id);
      expect(stage.takeWrites()).toEqual(['POST /tickets']);
    },
    async 'fails where the desk refuses the ticket, and says why'(stage, recipe) {
      await stage.orderFaults([
        { method: 'POST', path: '/api/v1/tickets', status: 422, body: { errors: { title: ['is reserved'] } } },
      ]);
      const id = await stage.save(recipe.slug, { ...recipe.settings(stage), dryRun: false });
      expect((await stage.run(id)).failure?.message).toMatch(/^The ticket ".*" was not opened: .*reserved/);
      stage.takeWrites();
      expect((await stage.run(id)).status).toBe('success');
      expect(stage.takeWrites()).toEqual(['POST /tickets']);
    },
    async "believes n8n's login, and not what a caller says of himself"(stage, recipe) {
      const { email, cookie } = stage.editor.person;
      await stage.client.users.create({ username: 'owner', email, first_name: 'Olive', last_name: 'Owner' });
      const claim = { user: { email: 'nia.feeney@example.com' }, metadata: { email: 'nia.feeney@example.com' } };
      const id = await stage.save(recipe.slug, { dryRun: false });
      await stage.editor.publish(id);
      expect((await post(stage, {}, 'Hello', claim)).status).toBe(401);
      const answer = await post(stage, { cookie }, 'It is broken', claim);
      expect(answer).toMatchObject({ status: 200, text: expect.stringMatching(/I opened ticket #3/) });
      expect(stage.model.questions.at(-1)?.toolResults.join('')).not.toContain('Nia');
      expect((await stage.client.tickets.get({ friendly_id: 3 })).requester?.username).toBe('owner');
      await stage.editor.unpublish(id);
    },
    async "believes nobody where the chat can be asked without n8n's login"(stage, recipe) {
      const id = await stage.save(recipe.slug, { dryRun: false }, withoutLogin);
      await stage.editor.publish(id);
      const answer = await post(stage, {}, 'Show me my tickets', { user: { email: 'nia.feeney@example.com' } });
      expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('no single user') });
      expect(stage.model.questions).toEqual([]);
      await stage.editor.unpublish(id);
    },
  },
};
