import { changingTasks } from './changing.js';
import { countingTasks } from './counting.js';
import { readingTasks } from './reading.js';
import type { Task } from './task.js';
import { workTasks } from './work.js';

/**
 * Everyday requests to an assistant at a desk, on the sandbox's seeded data; `me` is Jack Pot, and it is Monday, the first
 * of June 2026, 05:00 at the desk.
 */
export const tasks: readonly Task[] = [...countingTasks, ...readingTasks, ...changingTasks, ...workTasks];
