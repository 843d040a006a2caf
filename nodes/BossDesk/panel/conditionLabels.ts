import {
  findFilter,
  type KindName,
  parseCondition,
  predicateWords,
  type PredicateWord,
  wordsOf,
} from 'bossdesk-client';
import { labelAttribute } from './attributeLabels.js';

/**
 * A condition in the words of the panel, with its name on the wire, which a raw query has: `Title Contains (title_cont)`;
 * undefined for what is no condition.
 */
export function labelCondition(kind: KindName, name: string): string | undefined {
  const condition = parseCondition(name);
  if (condition === undefined) return undefined;
  const { attributes, combinator, predicate, compound } = condition;
  const fields = attributes.map((attribute) => findFilter(kind, attribute));
  const labels = attributes.map((attribute, index) => labelAttribute(attribute, fields[index]));
  const words = Object.entries(wordsOf(fields[0])) as [PredicateWord, string][];
  const word = words.find(([, meaning]) => meaning === predicate)?.[0];
  const asked = word === undefined || compound !== undefined ? '' : ` ${predicateWords[word].label}`;
  return `${labels.join(` ${combinator} `)}${asked} (${name})`;
}
