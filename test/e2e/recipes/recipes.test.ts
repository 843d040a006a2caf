import { alertToTicket } from './cases/alertToTicket.js';
import { cmdbReconciliation } from './cases/cmdbReconciliation.js';
import { directorySync } from './cases/directorySync.js';
import { joinerLeaver } from './cases/joinerLeaver.js';
import { morningDigest } from './cases/morningDigest.js';
import { newTicketToChat } from './cases/newTicketToChat.js';
import { overdueEscalation } from './cases/overdueEscalation.js';
import { satisfactionSurvey } from './cases/satisfactionSurvey.js';
import { unassignedSweeper } from './cases/unassignedSweeper.js';
import { waitingOnCustomer } from './cases/waitingOnCustomer.js';
import { weeklyTimeExport } from './cases/weeklyTimeExport.js';
import type { Stage } from './furnish.js';
import { openStage } from './stage.js';

/** The first time, n8n itself is installed. */
const INSTALL_LIMIT_MS = 20 * 60_000;

const recipes = [
  unassignedSweeper,
  alertToTicket,
  morningDigest,
  overdueEscalation,
  newTicketToChat,
  waitingOnCustomer,
  cmdbReconciliation,
  directorySync,
  weeklyTimeExport,
  joinerLeaver,
  satisfactionSurvey,
];

describe('a recipe on a real n8n', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, INSTALL_LIMIT_MS);
  afterAll(() => stage.close());

  describe.each(recipes)('$slug', (recipe) => {
    beforeEach(async () => {
      stage.reset();
      await recipe.seed(stage);
      stage.takeWrites();
    });

    it('lists in a dry run what it would do, does it, and does nothing twice', async () => {
      const settings = recipe.settings(stage);
      const dry = await stage.run(await stage.save(recipe.slug, settings));
      expect(dry).toMatchObject({ status: 'success', failure: undefined });
      expect(stage.takeWrites()).toEqual([]);
      expect(stage.chat.messages).toEqual([]);
      await recipe.dry(stage, dry);

      const id = await stage.save(recipe.slug, { ...settings, dryRun: false });
      const real = await stage.run(id);
      expect(real).toMatchObject({ status: 'success', failure: undefined });
      expect(stage.takeWrites().length > 0).toBe(recipe.isReader !== true);
      await recipe.real(stage, real);

      const second = await stage.run(id);
      expect(second).toMatchObject({ status: 'success', failure: undefined });
      expect(stage.takeWrites()).toEqual(recipe.secondWrites ?? []);
      await recipe.real(stage, real);
      await recipe.second?.(stage, second);
    });

    const others = Object.entries(recipe.others ?? {});
    if (others.length > 0) it.each(others)('%s', (_, expectIt) => expectIt(stage, recipe));
  });
});
