import type { INodeParameters } from 'n8n-workflow';
import type { Workflow } from 'bossdesk-recipes';

/** What a workflow of a measure does after its trigger, and in which nodes. */
export interface Way {
  readonly id: string;
  readonly nodes: readonly Step[];
}

interface Step {
  readonly name: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: INodeParameters;
}

export const TRIGGER = 'Start';
export const CREDENTIAL_TYPE = 'bossDeskApi';

/** One node after the other, each with the credential of that name. */
export function createWorkflow(way: Way, credential: { readonly id: string; readonly name: string }): Workflow {
  const steps: readonly Step[] = [
    { name: TRIGGER, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
    ...way.nodes,
  ];
  return {
    id: way.id,
    name: way.id,
    nodes: steps.map((step, index) => ({
      id: `${way.id}-${index}`,
      position: [index * 220, 0],
      credentials: { [CREDENTIAL_TYPE]: credential },
      ...step,
    })),
    connections: Object.fromEntries(
      steps
        .slice(1)
        .map(({ name }, index) => [steps[index]?.name ?? '', { main: [[{ node: name, type: 'main', index: 0 }]] }]),
    ),
    settings: { executionOrder: 'v1' },
  };
}

/** Makes an item of each number. */
export function numbers(count: number): Step[] {
  return [
    {
      name: 'Numbers',
      type: 'n8n-nodes-base.set',
      typeVersion: 3.4,
      parameters: {
        mode: 'raw',
        jsonOutput: `={{ { number: Array.from({ length: ${count} }, (_, index) => index + 1) } }}`,
      },
    },
    { name: 'Each', type: 'n8n-nodes-base.splitOut', typeVersion: 1, parameters: { fieldToSplitOut: 'number' } },
  ];
}

export function bossDesk(name: string, parameters: INodeParameters): Step {
  return { name, type: 'n8n-nodes-bossdesk.bossDesk', typeVersion: 1, parameters };
}

const httpRequest = (name: string, parameters: INodeParameters): Step => ({
  name,
  type: 'n8n-nodes-base.httpRequest',
  typeVersion: 4.2,
  parameters: { authentication: 'predefinedCredentialType', nodeCredentialType: CREDENTIAL_TYPE, ...parameters },
});

/** n8n's HTTP Request as its own documentation sets it up for an API with pages. */
export function listByHttp(name: string, url: string, perPage: number, pages?: number): Step {
  return httpRequest(name, {
    url: `${url}/api/v1/tickets`,
    sendQuery: true,
    queryParameters: { parameters: [{ name: 'per_page', value: String(perPage) }] },
    options: {
      pagination: {
        pagination: {
          paginationMode: 'updateAParameterInEachRequest',
          parameters: { parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }] },
          paginationCompleteWhen: 'other',
          completeExpression: `={{ $response.body.length < ${perPage} }}`,
          limitPagesFetched: pages !== undefined,
          ...(pages === undefined ? {} : { maxRequests: pages }),
          requestInterval: 0,
        },
      },
    },
  });
}

/** And as it is set up to ask for many records, so many of them every so many milliseconds. */
export function getByHttp(
  name: string,
  url: string,
  number: string,
  batch: { readonly size: number; readonly ms: number },
): Step {
  return httpRequest(name, {
    url: `=${url}/api/v1/tickets/{{ ${number} }}`,
    options: { batching: { batch: { batchSize: batch.size, batchInterval: batch.ms } } },
  });
}
