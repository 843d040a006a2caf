import type { Workflow } from './workflow.js';

/** A credential that n8n has. */
export interface CredentialChoice {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** Which nodes of recipes take a credential, by its type and the beginning of theirs. */
const takers: Readonly<Record<string, string>> = {
  bossDeskApi: 'n8n-nodes-bossdesk.',
  openAiApi: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
};

/**
 * A recipe as it is after somebody has chosen a credential in each node that takes one of its type.
 *
 * @throws Error for a type that no recipe takes.
 */
export function withCredential(workflow: Workflow, { type, id, name }: CredentialChoice): Workflow {
  const taker = takers[type];
  if (taker === undefined) throw new Error(`No recipe takes a credential of the type ${type}`);
  const nodes = workflow.nodes.map((node) =>
    node.type.startsWith(taker) ? { ...node, credentials: { ...node.credentials, [type]: { id, name } } } : node,
  );
  return { ...workflow, nodes };
}
