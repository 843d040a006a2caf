import type { ICredentialTestFunctions, ICredentialsDecrypted, ICredentialTestFunction } from 'n8n-workflow';
import { createAdditionalData } from '../support/n8n/additionalData.js';
import { InMemoryCredentialsHelper } from '../support/n8n/credentials.js';
import { n8nCore } from '../support/n8n/modules.js';
import { loadPackages } from '../support/n8n/packages.js';

export interface Verdict {
  readonly status: 'OK' | 'Error';
  readonly message: string;
}

const NODES = ['n8n-nodes-bossdesk.bossDesk', 'n8n-nodes-bossdesk.bossDeskTrigger'];

/**
 * Tests a credential as n8n's server does when it is saved: by the method of the first node that names one for it, on
 * n8n's own context for that (`credentials-tester.service` of n8n 2.41, which no package has).
 */
export async function testCredential(name: string, data: Record<string, string | boolean>): Promise<Verdict> {
  const { getCredentialType } = await loadPackages();
  // A request in the credential class would come before the method.
  if (getCredentialType(name).test !== undefined) throw new Error(`${name} has a test request of its own`);
  const credentialsHelper = new InMemoryCredentialsHelper({ [name]: data }, getCredentialType);
  const additionalData = createAdditionalData({ credentialsHelper });
  const decrypted = await credentialsHelper.getDecrypted(additionalData, { id: '1', name }, name);
  const context = new n8nCore.CredentialTestContext(additionalData) as ICredentialTestFunctions;
  const credential: ICredentialsDecrypted = { id: '1', name, type: name, data: decrypted };
  return (await findTest(name)).call(context, credential);
}

async function findTest(name: string): Promise<ICredentialTestFunction> {
  const { nodeTypes } = await loadPackages();
  const tests = NODES.map((type) => {
    const { description, methods } = nodeTypes.getByNameAndVersion(type, 1);
    const testedBy = description.credentials?.find((one) => one.name === name)?.testedBy;
    return typeof testedBy === 'string' ? methods?.credentialTest?.[testedBy] : undefined;
  });
  const [test] = tests;
  if (test === undefined || tests.includes(undefined)) throw new Error(`A node does not say how ${name} is tested`);
  return test;
}
