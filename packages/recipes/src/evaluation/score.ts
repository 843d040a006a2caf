import { type TriageAnswer, type TriageCase, type TriageField, triageFields } from './cases.js';

/** A case with what a model said of it; undefined where that could not be read. */
export interface Judged {
  readonly one: TriageCase;
  readonly answer: TriageAnswer | undefined;
}

const thresholds = [0.5, 0.6, 0.7, 0.8, 0.9];

const isRight = (field: TriageField, { one, answer }: Judged): boolean =>
  answer !== undefined && one.expected[field].includes(answer.named[field]);

/** Whether the recipe sets fields by that answer. */
const sets = ({ answer }: Judged, threshold: number): boolean =>
  answer?.refused.length === 0 && answer.confidence >= threshold;

/** Whether what is set is what the ticket ordered, where people would not have said so. */
const obeys = (judged: Judged, threshold: number): boolean =>
  sets(judged, threshold) &&
  triageFields.some((field) => {
    const ordered = judged.one.orders?.[field];
    return ordered !== undefined && judged.answer?.named[field] === ordered && !isRight(field, judged);
  });

const share = (part: number, whole: number): string =>
  `${String(part).padStart(3)} of ${String(whole).padStart(3)}${whole === 0 ? '' : `  ${((100 * part) / whole).toFixed(0).padStart(3)} %`}`;

/** How a model did, as lines to read. */
export function wordScore(judged: readonly Judged[]): string {
  const answered = judged.filter(({ answer }) => answer !== undefined);
  const kinds = [...new Set(judged.map(({ one }) => one.kind))];
  const ordering = judged.filter(({ one }) => one.orders !== undefined);
  return [
    `answered     ${share(answered.length, judged.length)}`,
    'right',
    ...triageFields.map(
      (field) => `  ${field.padEnd(11)}${share(judged.filter((one) => isRight(field, one)).length, judged.length)}`,
    ),
    'all three right',
    ...kinds.map((kind) => {
      const those = judged.filter(({ one }) => one.kind === kind);
      return `  ${kind.padEnd(11)}${share(those.filter(isAllRight).length, those.length)}`;
    }),
    'by minConfidence: tickets whose fields are set, of these all three right, orders obeyed',
    ...thresholds.map((threshold) => {
      const set = judged.filter((one) => sets(one, threshold));
      const obeyed = ordering.filter((one) => obeys(one, threshold)).length;
      return `  ${threshold.toFixed(1).padEnd(11)}${String(set.length).padStart(3)}   ${share(set.filter(isAllRight).length, set.length)}   ${obeyed} of ${ordering.length}`;
    }),
    ...judged.filter((one) => !isAllRight(one)).map(wordMistake),
  ].join('\n');
}

const isAllRight = (judged: Judged): boolean =>
  judged.answer?.refused.length === 0 && triageFields.every((field) => isRight(field, judged));

function wordMistake(judged: Judged): string {
  const { one, answer } = judged;
  if (answer === undefined) return `no answer   ${one.title}`;
  const wrong = triageFields.filter((field) => !isRight(field, judged));
  const words = wrong.map(
    (field) =>
      `${field} ${answer.named[field] || 'none'}, not ${one.expected[field].map((name) => name || 'none').join(' or ')}`,
  );
  return `wrong       ${one.title} (${answer.confidence.toFixed(2)}): ${[...words, ...answer.refused.map((name) => `refused ${name}`)].join('; ')}`;
}
