import type { ExecutionLifecycleHooks } from 'n8n-core';
import type { ICredentialsHelper, INodeParameters, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { n8nCore } from './modules.js';

const refuse = (what: string) => () => Promise.reject(new Error(`${what} is not available in process.`));

/** What n8n's server hands to an execution, without a server. */
export function createAdditionalData(parts: {
  credentialsHelper: ICredentialsHelper;
  hooks?: ExecutionLifecycleHooks;
  currentNodeParameters?: INodeParameters;
}): IWorkflowExecuteAdditionalData {
  const base = 'http://n8n.invalid';
  return {
    ...parts,
    externalSecretsProxy: new n8nCore.ExternalSecretsProxy(),
    executionId: '1',
    currentNodeExecutionIndex: 0,
    variables: {},
    restApiUrl: `${base}/rest`,
    instanceBaseUrl: `${base}/`,
    formBaseUrl: `${base}/form`,
    formWaitingBaseUrl: `${base}/form-waiting`,
    formTestBaseUrl: `${base}/form-test`,
    webhookBaseUrl: `${base}/webhook`,
    webhookWaitingBaseUrl: `${base}/webhook-waiting`,
    webhookTestBaseUrl: `${base}/webhook-test`,
    mcpBaseUrl: `${base}/mcp`,
    mcpTestBaseUrl: `${base}/mcp-test`,
    logAiEvent: () => undefined,
    executeWorkflow: refuse('A sub-workflow'),
    getRunExecutionData: refuse('Another execution'),
    getRuntimeCredential: refuse('A run-time credential'),
    startRunnerTask: refuse('A task runner'),
  };
}
