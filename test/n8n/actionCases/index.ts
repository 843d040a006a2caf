import type { ActionCase } from './actionCase.js';
import { recordsCases } from './records.js';
import { ticketWorkCases } from './ticketWork.js';

/** By action, those whose parameters are known beforehand. */
export const actionCases: Readonly<Record<string, ActionCase>> = { ...recordsCases, ...ticketWorkCases };
