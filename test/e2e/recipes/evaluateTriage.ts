import { type Judged, readTriageCases } from 'bossdesk-recipes';
import { createTicket } from './desk.js';
import type { Settings, Stage } from './furnish.js';

/** A slow model on a machine of one's own takes a minute a ticket. */
const EVALUATION_LIMIT_MS = 60 * 60_000;

export interface Evaluation {
  readonly judged: readonly Judged[];
  /** What the recipe says where the model did not answer some. */
  readonly failure: string | undefined;
}

/**
 * Puts the tickets of the evaluation set on an empty desk, has the recipe triage them in a dry run, and reads what the
 * model said of each.
 */
export async function evaluateTriage(stage: Stage, settings: Settings): Promise<Evaluation> {
  const cases = readTriageCases();
  const numbers: number[] = [];
  for (const { title, description } of cases)
    numbers.push((await createTicket(stage, { title, description })).friendly_id);
  const id = await stage.save('ai-triage', { ...settings, maxWrites: cases.length });
  const execution = await stage.editor.run(id, 'Run by hand', EVALUATION_LIMIT_MS);
  const answers = execution.nodes.includes('Decide') ? execution.items('Decide') : [];
  const judged = cases.map((one, index): Judged => {
    const answer = answers.find(({ number }) => number === numbers[index]);
    if (answer === undefined) return { one, answer };
    const { priority, category, team, confidence, refused } = answer as unknown as Decided;
    return { one, answer: { named: { priority, category, team }, confidence, refused } };
  });
  return { judged, failure: execution.failure?.message };
}

/** An item of the recipe's node Decide. */
interface Decided {
  readonly priority: string;
  readonly category: string;
  readonly team: string;
  readonly confidence: number;
  readonly refused: readonly string[];
}
