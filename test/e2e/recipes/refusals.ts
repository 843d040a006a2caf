import { withCredential, type Workflow } from 'bossdesk-recipes';
import { CREDENTIAL, type Stage } from './furnish.js';

/** More seconds than the client waits, whatever it has to do. */
const LATER_S = 600;

/**
 * Orders that the desk turns away all requests of these methods, of any by default, and asks for a pause.
 *
 * @param seconds how long a pause; by default longer than anybody waits.
 */
export function turnAway(
  stage: Stage,
  methods: readonly (string | undefined)[] = [undefined],
  seconds = LATER_S,
): Promise<void> {
  return stage.orderFaults(
    methods.map((method) => ({
      ...(method === undefined ? {} : { method }),
      path: '/*',
      status: 429,
      headers: { 'retry-after': String(seconds) },
      times: 10_000,
    })),
  );
}

/**
 * Another credential for the same desk. The node keeps to what the desk asked for, a pause of ten minutes, for all who ask
 * with one credential: with another it is as if they had passed.
 */
export async function chooseAnother({ editor, sandbox }: Stage): Promise<(workflow: Workflow) => Workflow> {
  const { type } = CREDENTIAL;
  const data = { url: sandbox.url, apiKey: sandbox.apiKey };
  const id = await editor.addCredential({ name: 'Another', type, data });
  return (workflow) => withCredential(workflow, { type, id, name: 'Another' });
}

/** As a recipe is imported: nobody has chosen a credential. */
export function withoutCredentials(workflow: Workflow): Workflow {
  const nodes = workflow.nodes.map((node) => {
    const { credentials, ...others } = node;
    return credentials === undefined ? node : others;
  });
  return { ...workflow, nodes };
}
