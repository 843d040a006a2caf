import { readJsonList, splitWords } from '../values/list.js';
import type { NameReader } from './reader.js';
import { type NameRequest, type Resolution, resolveName } from './resolve.js';
import { findTooMany } from './tooMany.js';

/** A name may hold commas itself; this many parts of a text make up one at most. */
const MAX_PARTS = 4;

/**
 * Finds the records that a text lists: as JSON, or parted by commas. What bears the whole text is meant first, and a part
 * that nothing is called is tried together with those after it, so that `Foley, Maya` and `Boss, Inc.` are found.
 */
export async function resolveWords(
  reader: NameReader,
  request: Omit<NameRequest, 'given'>,
  text: string,
): Promise<readonly Resolution[]> {
  const ask = (given: string | number) => resolveName(reader, { ...request, given });
  const listed = readJsonList(text);
  const words = listed ?? splitWords(text);
  const problem = findTooMany(request, words);
  if (problem !== undefined) return [{ problem }];
  if (listed !== undefined) return Promise.all(listed.map((one) => ask(typeof one === 'number' ? one : String(one))));
  if (words.length < 2) return [await ask(text)];
  // Neither an address nor an id is part of a longer name.
  if (!words.every((word) => /@|^\d+$/.test(String(word)))) {
    const whole = await ask(text);
    if (!isUnknown(whole)) return [whole];
  }
  const parts = text.split(',');
  const found: Resolution[] = [];
  for (let first = 0; first < parts.length;) {
    const { resolution, used } = await resolveFirst(parts.slice(first));
    if (resolution !== undefined) found.push(resolution);
    first += used;
  }
  return found;

  async function resolveFirst(rest: readonly string[]) {
    const [word = ''] = rest;
    if (word.trim() === '') return { resolution: undefined, used: 1 };
    const alone = await ask(word.trim());
    if (!isUnknown(alone)) return { resolution: alone, used: 1 };
    for (let used = 2; used <= Math.min(rest.length, MAX_PARTS); used += 1) {
      const together = await ask(rest.slice(0, used).join(',').trim());
      if (!isUnknown(together)) return { resolution: together, used };
    }
    return { resolution: alone, used: 1 };
  }
}

function isUnknown(resolution: Resolution): boolean {
  return 'problem' in resolution && resolution.problem.reason === 'unknown';
}
