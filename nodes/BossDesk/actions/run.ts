import type { CallOptions, Client, NameReader } from 'bossdesk-client';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ActionId } from '../panel/parameters.js';
import type { ItemSettings } from '../panel/readSettings.js';

/** One input item on its way through the node. */
export interface Run {
  readonly context: IExecuteFunctions;
  readonly client: Client;
  /** A client for people who want a list although its filter is ignored: the run shows a warning. */
  readonly openLenientClient: () => Client;
  readonly action: ActionId;
  readonly itemIndex: number;
  readonly settings: ItemSettings;
  /** Carries the signal of a cancelled execution. */
  readonly options: CallOptions;
  /** Finds records by name, for all items. */
  readonly names: NameReader;
  /** Shows a note beside the output, each once for all items. */
  readonly hint: (message: string, type: 'info' | 'warning') => void;
}

/** What an action gives for one input item, which it is paired with. */
export type Output = Pick<INodeExecutionData, 'json' | 'binary'>;

export type Handler = (run: Run) => Promise<Output[]>;

/** A record of the API's: JSON, of which n8n's types know only a part. */
export type ApiRecord = Output['json'];
