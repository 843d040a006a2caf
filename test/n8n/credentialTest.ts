import type { ICredentialTestRequest, INode, INodeExecutionData, INodeType } from 'n8n-workflow';
import { createAdditionalData } from '../support/n8n/additionalData.js';
import { InMemoryCredentialsHelper } from '../support/n8n/credentials.js';
import { n8nCore, n8nWorkflow } from '../support/n8n/modules.js';
import { loadPackages } from '../support/n8n/packages.js';

export interface Verdict {
  readonly status: 'OK' | 'Error';
  readonly message: string;
}

type Rules = readonly {
  readonly type: string;
  readonly properties: { readonly key?: string; readonly value: unknown; readonly message: string };
}[];

/**
 * Tests a credential as n8n's server does when it is saved: the request that the credential class describes, sent by
 * n8n's routing node, and judged by the class's rules (`credentials-tester.service` of n8n 2.41, which no package has).
 */
export async function testCredential(name: string, data: Record<string, string>): Promise<Verdict> {
  const { nodeTypes, getCredentialType } = await loadPackages();
  const { test } = getCredentialType(name) as { test: ICredentialTestRequest };
  const rules = (test.rules ?? []) as unknown as Rules;
  try {
    const [item] = await sendTest(name, data, test, nodeTypes.getByNameAndVersion('n8n-nodes-base.noOp'));
    const broken = rules.find(({ type, properties: { key, value } }) => {
      return type === 'responseSuccessBody' && item?.json[key ?? ''] === value;
    });
    return broken === undefined
      ? { status: 'OK', message: 'Connection successful!' }
      : { status: 'Error', message: broken.properties.message };
  } catch (error) {
    return { status: 'Error', message: judgeFailure(error as ClientFailure, rules) };
  }
}

interface ClientFailure extends Error {
  readonly cause?: {
    readonly code?: string;
    readonly response?: { readonly status: number; readonly statusText: string };
  };
}

function judgeFailure({ cause, message }: ClientFailure, rules: Rules): string {
  const { response, code } = cause ?? {};
  if (response === undefined) return code ?? message;
  const rule = rules.find(({ type, properties }) => type === 'responseCode' && properties.value === response.status);
  return rule?.properties.message ?? response.statusText;
}

async function sendTest(
  name: string,
  data: Record<string, string>,
  test: ICredentialTestRequest,
  noOp: INodeType,
): Promise<INodeExecutionData[]> {
  const { getCredentialType } = await loadPackages();
  const node: INode = {
    id: 'temp',
    name: 'Temp-Node',
    type: 'n8n-nodes-base.noOp',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    credentials: { [name]: { id: '1', name } },
  };
  const nodeType: INodeType = {
    description: {
      ...noOp.description,
      credentials: [{ name, required: true }],
      properties: [
        { displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request: test.request } },
      ],
    },
  };
  const types = { getByName: () => nodeType, getByNameAndVersion: () => nodeType, getKnownTypes: () => ({}) };
  const workflow = new n8nWorkflow.Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: types });
  const credentialsHelper = new InMemoryCredentialsHelper({ [name]: data }, getCredentialType);
  const additionalData = createAdditionalData({ credentialsHelper });
  const decrypted = await credentialsHelper.getDecrypted(additionalData, { id: '1', name }, name);
  const context = new n8nCore.ExecuteContext(
    workflow,
    node,
    additionalData,
    'internal',
    n8nWorkflow.createEmptyRunExecutionData(),
    0,
    [],
    { main: [[{ json: {} }]] },
    { node, data: {}, source: null },
    [],
  );
  const credential = { id: '1', name, type: name, data: decrypted };
  const output = await new n8nCore.RoutingNode(context, nodeType, credential).runNode();
  return output?.[0] ?? [];
}
