import type { RecipeCase } from '../case.js';
import { BYTE_ORDER_MARK, findUser } from '../desk.js';

const sample = [
  'username,email,first_name,last_name,phone,title,group',
  'aldente,al.dente@example.com,Al,Dente,555-0199,Chef,Engineering',
  'newcomer,new.comer@example.com,New,Comer,,,',
].join('\n');

export const directorySync: RecipeCase = {
  slug: 'directory-sync',
  settings: ({ chat }) => ({
    sample: BYTE_ORDER_MARK + sample,
    leaverDomain: 'cade@example.com',
    chatWebhook: chat.url,
  }),
  async seed() {
    // The sandbox has its users already.
  },
  dry(_, { items }) {
    expect(items('Write report')).toEqual([
      {
        text: [
          'Dry run, nothing was written.',
          'updated: al.dente@example.com',
          'created: new.comer@example.com',
          'not in the export: barrycade (barry.cade@example.com)',
        ].join('\n'),
      },
    ]);
  },
  async real(stage) {
    const { friendly_id } = await findUser(stage, 'aldente');
    expect(await stage.client.users.get({ friendly_id })).toMatchObject({
      phone: '555-0199',
      designation: 'Chef',
      group: { name: 'Engineering' },
    });
    expect(await findUser(stage, 'newcomer')).toMatchObject({ first_name: 'New', last_name: 'Comer' });
  },
  second({ chat }) {
    expect(chat.messages[1]).toBe('not in the export: barrycade (barry.cade@example.com)');
  },
  others: {
    async 'writes the other rows where one names a group that the desk does not know'(stage, { slug }) {
      const wrong = sample.replace('Engineering', 'Wizards');
      const { status, failure } = await stage.run(await stage.save(slug, { dryRun: false, sample: wrong }));
      expect(status).toBe('error');
      expect(failure?.message).toMatch(/^Not all was written\. not done: al\.dente@example\.com \(.*Wizards/);
      expect(await findUser(stage, 'newcomer')).toMatchObject({ first_name: 'New' });
    },
    async 'says what is wrong with another header'(stage, { slug }) {
      const { failure } = await stage.run(await stage.save(slug, { dryRun: false, sample: 'login,mail\na,b\n' }));
      expect(failure?.message).toContain('login, mail');
      expect(stage.takeWrites()).toEqual([]);
    },
  },
};
