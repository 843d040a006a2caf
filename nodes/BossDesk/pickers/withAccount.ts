import type { Client } from 'bossdesk-client';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { createNodeClient } from '../account.js';
import { toNodeError } from '../errors.js';

/**
 * Reads what the panel offers. A filter that the server ignores only makes the choice longer, so it is let pass.
 *
 * @throws NodeApiError or NodeOperationError, which the editor knows how to show.
 */
export async function withAccount<T>(context: ILoadOptionsFunctions, read: (client: Client) => Promise<T>): Promise<T> {
  let client: Client | undefined;
  try {
    client = await createNodeClient(context, () => undefined);
    return await read(client);
  } catch (error) {
    const failure = toNodeError(context.getNode(), error, client?.redact);
    throw failure;
  }
}
