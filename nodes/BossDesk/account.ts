import { type Client, type ClientOptions, createClient, type Transport } from 'bossdesk-client';
import { NodeOperationError, sleep } from 'n8n-workflow';
import { gateOf } from './gates.js';
import { createNodeTransport, type CredentialType, type NodeContext } from './transport.js';

/**
 * A client for the account of the node's credential.
 *
 * @param wrap puts something between the client and n8n that sees each request and its answer.
 * @throws NodeOperationError when the credential's URL cannot be used.
 */
export async function createNodeClient(
  context: NodeContext,
  onFilterIgnored?: ClientOptions['onFilterIgnored'],
  wrap: (transport: Transport) => Transport = (transport) => transport,
): Promise<Client> {
  const type = readCredentialType(context);
  const { url } = await context.getCredentials<{ url: string }>(type);
  try {
    return createClient({
      baseUrl: url,
      transport: wrap(createNodeTransport(context, type)),
      sleep,
      gate: gateOf(`${type} ${url} ${context.getNode().credentials?.[type]?.id ?? ''}`),
      ...(onFilterIgnored === undefined ? {} : { onFilterIgnored }),
    });
  } catch (error) {
    throw new NodeOperationError(context.getNode(), error as Error, {
      description: 'Correct the URL in the credential.',
    });
  }
}

function readCredentialType(context: NodeContext): CredentialType {
  return context.getNode().parameters['authentication'] === 'login' ? 'bossDeskLoginApi' : 'bossDeskApi';
}
