import { actionCases } from './actionCases/index.js';
import { findLeak, KEY, type LeakyDesk, openLeakyDesk, PASSWORD, shapes, USERNAME } from '../support/canary.js';
import { chainNodes, openEditorPanel, openPoller, runWorkflow } from '../support/n8nInProcess.js';
import { testCredential } from './credentialTest.js';

const TYPE = 'n8n-nodes-bossdesk.bossDesk';

let desk: LeakyDesk;
beforeAll(async () => {
  desk = await openLeakyDesk();
});
beforeEach(() => {
  desk.signsIn = true;
});
afterAll(() => desk.close());

const login = () => ({ bossDeskLoginApi: { url: desk.url, username: USERNAME, password: PASSWORD } });
const key = () => ({ bossDeskApi: { url: desk.url, apiKey: ` Token token="${KEY}" ` } });

/** Everything that n8n keeps of an error. */
const keep = (error: unknown) =>
  JSON.stringify({ ...(error as object), toJSON: error }) + String((error as Error | undefined)?.stack);

it.each(Object.keys(shapes))('%s: no action tells a secret, neither in its error nor on an item', async (shape) => {
  desk.answer = shape;
  const isLogin = shape.length % 2 === 0;
  const credentials = isLogin ? login() : key();
  const known = isLogin ? (['key', 'login'] as const) : (['key'] as const);
  const nodes = Object.entries(actionCases).map(([action, { parameters }], index) => {
    const [resource, operation] = action.split('.');
    const authentication = isLogin ? 'login' : 'apiKey';
    const onError = index % 2 === 0 ? ('continueRegularOutput' as const) : ('stopWorkflow' as const);
    return { name: action, type: TYPE, parameters: { authentication, resource, operation, ...parameters }, onError };
  });
  const kept = await Promise.all(
    nodes.map(async (node) => {
      const run = await runWorkflow({ workflow: chainNodes(node), credentials });
      const { error, items, hints } = run.node(node.name);
      const isTold = error !== undefined || items.some(({ json }) => json['error'] !== undefined);
      return { action: node.name, isTold, leak: findLeak(keep(error) + JSON.stringify([items, hints]), ...known) };
    }),
  );
  expect(kept.filter(({ isTold }) => isTold).length).toBeGreaterThan(kept.length / 3);
  expect(kept.filter(({ leak }) => leak !== undefined)).toEqual([]);
});

it.each(Object.keys(shapes))(
  '%s: neither the pickers nor the trigger nor the tests of credentials do',
  async (shape) => {
    desk.answer = shape;
    const parameters = { authentication: 'apiKey', resource: 'ticket', operation: 'create' };
    const panel = await openEditorPanel({ type: TYPE, parameters, credentials: key() });
    const poller = await openPoller({
      type: `${TYPE}Trigger`,
      parameters: { authentication: 'apiKey', event: 'ticketCreated' },
      credentials: key(),
    });
    const failures = await Promise.all(
      [
        panel.searchList('searchUsers', 'x'),
        panel.searchList('searchTicketTypes'),
        poller.poll(),
        poller.poll({ mode: 'manual' }),
      ].map((one) =>
        one.then(
          () => undefined,
          (error: unknown) => keep(error),
        ),
      ),
    );
    desk.signsIn = false;
    const verdicts = [
      await testCredential('bossDeskApi', key().bossDeskApi),
      await testCredential('bossDeskLoginApi', login().bossDeskLoginApi),
    ];
    expect(findLeak(JSON.stringify(failures), 'key')).toBeUndefined();
    expect(findLeak(verdicts[0]?.message ?? '', 'key')).toBeUndefined();
    expect(findLeak(verdicts[1]?.message ?? '', 'login')).toBeUndefined();
  },
);

it('a login that fails tells no password', async () => {
  desk.signsIn = false;
  for (const shape of Object.keys(shapes)) {
    desk.answer = shape;
    const parameters = { authentication: 'login', resource: 'account', operation: 'get' };
    const run = await runWorkflow({
      workflow: chainNodes({ name: 'x', type: TYPE, parameters }),
      credentials: login(),
    });
    expect([shape, findLeak(keep(run.node('x').error), 'login')]).toEqual([shape, undefined]);
  }
});
