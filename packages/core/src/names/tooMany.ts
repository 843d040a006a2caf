import { getKind } from '../kinds/index.js';
import { createProblem, type NameProblem } from './problem.js';
import type { NameRequest } from './resolve.js';

type Request = Omit<NameRequest, 'given'>;

/** How many names are looked up at once: each costs a look through a list, or a request where a list is searched. */
const mostNames = ({ kind }: Request): number => (getKind(kind).search === undefined ? 500 : 100);

/** The problem of more names than are looked up at once. */
export function findTooMany(request: Request, names: readonly unknown[]): NameProblem | undefined {
  if (names.length <= mostNames(request)) return undefined;
  const { kind, field } = request;
  return createProblem({ field, given: String(names[0]), noun: getKind(kind).noun, reason: 'tooMany' });
}
