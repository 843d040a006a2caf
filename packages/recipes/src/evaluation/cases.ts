import { readFileSync } from 'node:fs';

export const triageFields = ['priority', 'category', 'team'] as const;
export type TriageField = (typeof triageFields)[number];

/** A ticket, and how people sorted it. */
export interface TriageCase {
  readonly kind: 'plain' | 'language' | 'noise' | 'injection';
  readonly title: string;
  /** As a requester wrote it. */
  readonly description: string;
  /** Names that are right; an empty one where nothing can be told. */
  readonly expected: Readonly<Record<TriageField, readonly string[]>>;
  /** What the ticket tells the model to answer. */
  readonly orders?: Readonly<Partial<Record<TriageField, string>>>;
}

/** What a model said of a ticket. */
export interface TriageAnswer {
  /** Names in the desk's own lists; empty where it gave none. */
  readonly named: Readonly<Record<TriageField, string>>;
  /** From 0 to 1. */
  readonly confidence: number;
  /** What it named that the desk does not have: `category "Kitchen"`. */
  readonly refused: readonly string[];
}

/** The evaluation set of the recipe `ai-triage`. */
export function readTriageCases(): TriageCase[] {
  const file = new URL('../../recipes/ai-triage/evaluation.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as TriageCase[];
}
