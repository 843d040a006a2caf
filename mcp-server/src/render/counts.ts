import { type ListRemark, toShownName } from 'bossdesk-client';
import { buildReply, type ToolReply } from './reply.js';
import { showRemarks } from './listRemarks.js';

/** More names than that of one number are not read. */
const MAX_NAMES = 20;

/** How many records there are, and how many of each value. */
export interface Count {
  readonly total: number;
  /** Whether all records were read. */
  readonly isWhole: boolean;
  /** Absent where only the total was asked for, or the bound did not let them be told. */
  readonly groups?: readonly CountGroup[];
  /** A record may be in several groups. */
  readonly mayRepeat: boolean;
  readonly remarks: readonly ListRemark[];
}

export interface CountGroup {
  readonly label: string;
  readonly count: number;
}

export interface CountWords {
  readonly noun: string;
  readonly plural: string;
  /** What it was counted by; absent for the total alone. */
  readonly by?: string | undefined;
}

/** Numbers in place of rows: the total, and a line for each number with all that share it. */
export function replyWithCount({ noun, plural, by }: CountWords, count: Count): ToolReply {
  const { total, isWhole, groups, mayRepeat, remarks } = count;
  const number = `${isWhole ? '' : 'At least '}${total} ${total === 1 ? noun : plural}`;
  const bound = isWhole
    ? []
    : [
        `The count stopped after ${total} ${plural}: more would take too long.${groups === undefined && by !== undefined ? ` They are too many to count by ${by}.` : ''} Narrow the search for exact numbers.`,
      ];
  const repeats = mayRepeat && groups !== undefined ? [`A ${noun} may count for several ${by ?? ''}.`] : [];
  const foot = [...repeats, ...bound, showRemarks(remarks)].filter((line) => line !== '').join('\n');
  if (groups === undefined || total === 0) return buildReply({ head: `${number}.`, foot });
  return buildReply({ head: `${number}, by ${by ?? ''}:`, data: groupLines(groups), foot });
}

/** `3 | Al Dente (22003), Max Power (22004)`: ties share a line. */
function groupLines(groups: readonly CountGroup[]): string[] {
  const numbers = [...new Set(groups.map(({ count }) => count))];
  return numbers.map((number) => {
    const same = groups.filter(({ count }) => count === number);
    const more = same.length - MAX_NAMES;
    const names = same.slice(0, MAX_NAMES).map(({ label }) => toShownName(label));
    return `${number} | ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  });
}
