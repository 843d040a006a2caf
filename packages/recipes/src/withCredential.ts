import type { Workflow } from './workflow.js';

/** A credential that n8n has. */
export interface CredentialChoice {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** A recipe as it is after somebody has chosen a credential in each of our nodes. */
export function withCredential(workflow: Workflow, { type, id, name }: CredentialChoice): Workflow {
  const nodes = workflow.nodes.map((node) =>
    node.type.startsWith('n8n-nodes-bossdesk.')
      ? { ...node, credentials: { ...node.credentials, [type]: { id, name } } }
      : node,
  );
  return { ...workflow, nodes };
}
