import type { TextFormat } from 'bossdesk-client';
import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { isEmpty } from './values.js';

export const textFormats = ['auto', 'plain', 'html'] as const satisfies readonly TextFormat[];

/**
 * How a person wants the texts of an item read that BOSSDesk shows as HTML.
 *
 * @throws NodeOperationError for what no way of reading is called.
 */
export function readTextFormat(context: IExecuteFunctions, itemIndex: number): TextFormat {
  const given: unknown = context.getNodeParameter('options.textFormat', itemIndex, 'auto');
  if (isEmpty(given)) return 'auto';
  const format = textFormats.find((one) => one === String(given).trim().toLowerCase());
  if (format !== undefined) return format;
  throw new NodeOperationError(
    context.getNode(),
    `Text Format takes ${textFormats.join(', ')}, not ${JSON.stringify(given)}`,
    { itemIndex, description: 'Check its expression.' },
  );
}
