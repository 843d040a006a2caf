import type { CallOptions, Client } from 'bossdesk-client';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ActionId } from './parameters.js';
import type { Lookup } from './references.js';

/** One input item on its way through the node. */
export interface Run {
  readonly context: IExecuteFunctions;
  readonly client: Client;
  readonly action: ActionId;
  readonly itemIndex: number;
  /** Carries the signal of a cancelled execution. */
  readonly options: CallOptions;
  /** Finds records by name, for all items. */
  readonly lookup: Lookup;
}

/** What an action gives for one input item; the router pairs it with that item. */
export type Output = Pick<INodeExecutionData, 'json' | 'binary'>;

export type Handler = (run: Run) => Promise<Output[]>;

/** A record of the API's: JSON, of which n8n's types know only a part. */
export type ApiRecord = Output['json'];
