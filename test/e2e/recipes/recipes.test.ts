import { setTimeout as sleep } from 'node:timers/promises';
import { listRecipes } from 'bossdesk-recipes';
import { aiTriage } from './cases/aiTriage.js';
import { alertToTicket } from './cases/alertToTicket.js';
import { askItInChat } from './cases/askItInChat.js';
import { bulkChange } from './cases/bulkChange.js';
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
import { chooseAnother, turnAway, withoutCredentials } from './refusals.js';
import { openStage } from './stage.js';

/** The first time, n8n itself is installed. */
const INSTALL_LIMIT_MS = 20 * 60_000;
const MINUTE_MS = 60_000;

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
  aiTriage,
  askItInChat,
  bulkChange,
];

it('leaves no recipe untried', () => {
  expect(recipes.map(({ slug }) => slug).sort()).toEqual(listRecipes().map(({ slug }) => slug));
});

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

    it('says without a credential that one has to be chosen', async () => {
      const id = await stage.save(recipe.slug, { ...recipe.settings(stage), dryRun: false }, withoutCredentials);
      const { status, failure } = await stage.run(id);
      expect(status).toBe('error');
      expect(failure?.message).toMatch(
        /No credential is chosen in the node .* choose a credential of the type BOSSDesk API/,
      );
      expect(stage.takeWrites()).toEqual([]);
    });

    it.each([
      ['all', undefined],
      ['only writes', ['POST', 'PUT', 'PATCH', 'DELETE']],
    ])('fails where the desk turns %s away for long, and carries on afterwards', async (which, methods) => {
      if (recipe.isReader === true && which !== 'all') return;
      const settings = { ...recipe.settings(stage), dryRun: false };
      const early = await stage.save(recipe.slug, settings, await chooseAnother(stage));
      await turnAway(stage, methods);
      const { status, failure } = await stage.run(early);
      expect(status).toBe('error');
      expect(failure?.message).toContain('too many requests. Try again in 600 seconds.');
      await stage.orderFaults([]);
      stage.takeWrites();
      const id = await stage.save(recipe.slug, settings);
      const next = await stage.run(id);
      expect(next).toMatchObject({ status: 'success', failure: undefined });
      await recipe.real(stage, next);
      stage.takeWrites();
      await stage.run(id);
      expect(stage.takeWrites()).toEqual(recipe.secondWrites ?? []);
    });

    const others = Object.entries(recipe.others ?? {});
    if (others.length > 0) it.each(others)('%s', (_, expectIt) => expectIt(stage, recipe));
  });

  it('waits in a run while the desk turns everybody away for a minute, and does nothing twice', async () => {
    stage.reset();
    await unassignedSweeper.seed(stage);
    stage.takeWrites();
    const id = await stage.save(unassignedSweeper.slug, { ...unassignedSweeper.settings(stage), dryRun: false });
    await turnAway(stage, [undefined], 15);
    const started = Date.now();
    const [run] = await Promise.all([stage.run(id), sleep(MINUTE_MS).then(() => stage.orderFaults([]))]);
    expect(run).toMatchObject({ status: 'success', failure: undefined });
    expect(Date.now() - started).toBeGreaterThanOrEqual(MINUTE_MS);
    await unassignedSweeper.real(stage, run);
    stage.takeWrites();
    await stage.run(id);
    expect(stage.takeWrites()).toEqual([]);
  });
});
