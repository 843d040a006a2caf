import { coreMeasures } from './core/measures.js';
import { callMeasures } from './mcp/calls.js';
import { startMeasures } from './mcp/start.js';
import type { Measure } from './measure.js';
import { nodeMeasures } from './n8n/measures.js';
import { sandboxMeasures } from './sandbox/measures.js';
import { uploadMeasures } from './upload/measures.js';

export const measures: readonly Measure[] = [
  ...coreMeasures,
  ...startMeasures,
  ...callMeasures,
  ...nodeMeasures,
  ...uploadMeasures,
  ...sandboxMeasures,
];
