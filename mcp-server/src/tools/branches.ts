import type { ResolvedInput } from 'bossdesk-client';
import { oneLine } from '../render/text.js';

/** Names in a search that stand for all below them in a tree, a line for each: `location: Europe and 2 below it.` */
export function listBranches(resolved: ResolvedInput['resolved'], argumentOf: (condition: string) => string): string[] {
  return Object.entries(resolved).flatMap(([condition, records]) =>
    records.flatMap(({ name, id, below = [] }) =>
      below.length === 0
        ? []
        : [`${oneLine(argumentOf(condition))}: ${oneLine(name, 80)} (${id}) and ${below.length} below it.`],
    ),
  );
}
