import type { Operation } from '../operations/index.js';

/** How a report of a failure begins: `Could not update a ticket`. */
export function couldNot({ title }: Pick<Operation, 'title'>): string {
  return `Could not ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** `1 second`, `30 seconds` */
export function sayCount(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The text as a sentence that ends once: BOSSDesk's own words may bring their full stop. */
export function endSentence(text: string): string {
  return /[.!?…]["')]?$/.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}.`;
}
