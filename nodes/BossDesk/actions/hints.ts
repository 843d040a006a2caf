import type { IExecuteFunctions } from 'n8n-workflow';
import type { Run } from './run.js';

/** Shows notes beside the output. Many items may lead to the same one. */
export function createHints(context: IExecuteFunctions): Run['hint'] {
  const shown = new Set<string>();
  return (message, type) => {
    if (shown.has(message)) return;
    shown.add(message);
    context.addExecutionHints({ message, type, location: 'outputPane' });
  };
}
