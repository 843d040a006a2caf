import type { Measure } from './measure.js';
import { nodeMeasures } from './n8n/measures.js';

export const measures: readonly Measure[] = [...nodeMeasures];
