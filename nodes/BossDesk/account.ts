import {
  type Client,
  type ClientOptions,
  createClient,
  createReadMemory,
  type ReadMemory,
  type Transport,
} from 'bossdesk-client';
import { type ICredentialDataDecryptedObject, NodeOperationError, sleep } from 'n8n-workflow';
import { BossDeskApi } from '../../credentials/BossDeskApi.credentials.js';
import { BossDeskLoginApi } from '../../credentials/BossDeskLoginApi.credentials.js';
import { gateOf } from './gates.js';
import { createNodeTransport, type CredentialType, type NodeContext, type WaySettings } from './transport.js';
import { HTTP_PERMISSION } from './wayWords.js';

type OnFilterIgnored = ClientOptions['onFilterIgnored'];

/** The account of the node's credential, which n8n reads and decrypts once. */
export interface Account {
  /** All clients share the credential and what was read. */
  createClient(onFilterIgnored?: OnFilterIgnored): Client;
}

export interface Sharing {
  /** The most requests to the account at once; its node that began last decides. */
  readonly atOnce?: number | undefined;
  /** Whether the same read is sent once; for a run that ends soon. */
  readonly remembersReads?: boolean;
  /** Puts something between the client and n8n that sees each request and its answer. */
  readonly wrap?: ((transport: Transport) => Transport) | undefined;
}

/** @throws NodeOperationError where no credential is chosen, or its URL cannot be used. */
export async function openAccount(context: NodeContext, sharing: Sharing = {}): Promise<Account> {
  const type = readCredentialType(context);
  const data = await readCredential(context, type);
  const { url, allowHttp } = data;
  const sent = createNodeTransport(context, type, data);
  const transport = sharing.wrap?.(sent) ?? sent;
  const gate = gateOf(`${type} ${url} ${context.getNode().credentials?.[type]?.id ?? ''}`);
  if (sharing.atOnce !== undefined) gate.limitTo(sharing.atOnce);
  const reads: ReadMemory | undefined = sharing.remembersReads === true ? createReadMemory() : undefined;
  return {
    createClient(onFilterIgnored) {
      try {
        return createClient({
          baseUrl: url,
          allowHttp,
          permission: HTTP_PERMISSION,
          transport,
          sleep,
          gate,
          reads,
          ...(onFilterIgnored === undefined ? {} : { onFilterIgnored }),
        });
      } catch (error) {
        throw new NodeOperationError(context.getNode(), error as Error, {
          description: 'Correct the URL in the credential.',
        });
      }
    },
  };
}

/**
 * A client for the account of the node's credential.
 *
 * @param wrap puts something between the client and n8n that sees each request and its answer.
 * @throws NodeOperationError when the credential's URL cannot be used.
 */
export async function createNodeClient(
  context: NodeContext,
  onFilterIgnored?: OnFilterIgnored,
  wrap?: Sharing['wrap'],
): Promise<Client> {
  return (await openAccount(context, { wrap })).createClient(onFilterIgnored);
}

type CredentialData = ICredentialDataDecryptedObject & WaySettings & { readonly url: string };

/** As n8n reads it, with a next step where there is none: a workflow that was imported comes without. */
async function readCredential(context: NodeContext, type: CredentialType): Promise<CredentialData> {
  const node = context.getNode();
  if (node.credentials?.[type] === undefined) {
    throw new NodeOperationError(node, `No credential is chosen in the node ${node.name}`, {
      description: `Open the node and choose a credential of the type ${credentialNames[type]}, or create one for your desk.`,
    });
  }
  return context.getCredentials<CredentialData>(type);
}

/** As people choose them. */
const credentialNames: Readonly<Record<CredentialType, string>> = {
  bossDeskApi: new BossDeskApi().displayName,
  bossDeskLoginApi: new BossDeskLoginApi().displayName,
};

function readCredentialType(context: NodeContext): CredentialType {
  return isLogin(context) ? 'bossDeskLoginApi' : 'bossDeskApi';
}

/** Whether the node's credential is a user name and password, for which a key is fetched first. */
export function isLogin(context: NodeContext): boolean {
  return context.getNode().parameters['authentication'] === 'login';
}
