import type { RecipeCase } from '../case.js';
import { createTicket, findUser } from '../desk.js';
import type { Stage } from '../furnish.js';

const settings = { surveyUrl: 'https://survey.example.com/?t=', question: 'How did we do?' };

async function readComments({ client }: Stage, friendly_id: number): Promise<string[]> {
  const { comments, status } = await client.tickets.get({ friendly_id });
  return [status, ...(comments ?? []).map(({ body, is_public }) => `${is_public ? 'public' : 'private'} ${body}`)];
}

const asked = (number: number) => ['closed', `public <p>How did we do? https://survey.example.com/?t=${number}</p>`];

export const satisfactionSurvey: RecipeCase = {
  slug: 'satisfaction-survey',
  settings: () => settings,
  async seed(stage) {
    const [al, barry] = [await findUser(stage, 'aldente'), await findUser(stage, 'barrycade')];
    const close = async (title: string, requester_id: number, agent_id?: number) => {
      const agent = agent_id === undefined ? {} : { agent_id };
      const { friendly_id } = await createTicket(stage, { title, requester_id, ...agent });
      await stage.client.tickets.close({ friendly_id });
    };
    stage.moveClock(-4);
    await close('Long ago', al.id);
    stage.moveClock(0);
    await close('Just closed', al.id, barry.id);
    await close('His own', barry.id, barry.id);
    await close('Another', barry.id);
    await createTicket(stage, { title: 'Open', requester_id: al.id });
  },
  dry(_, { items }) {
    expect(items('Write report')).toEqual([{ text: 'Dry run, would ask about #2 Just closed, #4 Another' }]);
  },
  async real(stage) {
    const comments = [];
    for (const number of [1, 2, 3, 4, 5]) comments.push(await readComments(stage, number));
    expect(comments).toEqual([['closed'], asked(2), ['closed'], asked(4), ['incoming']]);
  },
  others: {
    async 'asks no more than the ceiling, and the others in the next run'(stage, { slug }) {
      const id = await stage.save(slug, { ...settings, dryRun: false, maxWrites: 1 });
      expect((await stage.run(id)).items('Write report')[0]?.['text']).toContain('The ceiling was reached');
      expect(stage.takeWrites()).toEqual(['POST /tickets/2/comments']);
      await stage.run(id);
      expect(stage.takeWrites()).toEqual(['POST /tickets/4/comments']);
    },
    async 'asks the others where one cannot be asked, and that one in the next run'(stage, { slug }) {
      const refused = { status: 422, body: { errors: { base: ['Locked'] } } };
      await stage.orderFaults([{ method: 'POST', path: '/api/v1/tickets/2/comments', ...refused }]);
      const id = await stage.save(slug, { ...settings, dryRun: false });
      expect((await stage.run(id)).failure?.message).toMatch(/^1 requesters were not asked: #2 \(.*Locked/);
      expect(await readComments(stage, 4)).toEqual(asked(4));
      await stage.run(id);
      expect(await readComments(stage, 2)).toEqual(asked(2));
      expect(await readComments(stage, 4)).toEqual(asked(4));
    },
  },
};
