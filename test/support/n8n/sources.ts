import type { ICredentialType, INodeType } from 'n8n-workflow';
import { BossDeskApi } from '../../../credentials/BossDeskApi.credentials.js';
import { BossDeskLoginApi } from '../../../credentials/BossDeskLoginApi.credentials.js';
import { BossDesk } from '../../../nodes/BossDesk/BossDesk.node.js';
import { BossDeskTrigger } from '../../../nodes/BossDeskTrigger/BossDeskTrigger.node.js';

/** What our package holds, out of its sources: for runs that plant faults in them. */
export interface SourcePackage {
  readonly packageName: string;
  getNode(name: string): { readonly type: INodeType };
  getCredential(name: string): { readonly type: ICredentialType };
}

/** As n8n's loader gives what is built. */
export function loadSources(): SourcePackage {
  const nodes: readonly INodeType[] = [new BossDesk(), new BossDeskTrigger()];
  const credentials = [new BossDeskApi(), new BossDeskLoginApi()];
  return {
    packageName: 'n8n-nodes-bossdesk',
    getNode(name) {
      const type = nodes.find(({ description }) => description.name === name);
      if (type === undefined) throw new Error(`No node ${name}`);
      return { type };
    },
    getCredential(name) {
      const type = credentials.find((one) => one.name === name);
      if (type === undefined) throw new Error(`No credential ${name}`);
      return { type };
    },
  };
}
