import {
  combineQueries,
  findFilter,
  getKind,
  isRecord,
  type KindName,
  parseRawQuery,
  predicateWords,
  type RansackQuery,
  readWordedCondition,
  type WordProblem,
} from 'bossdesk-client';
import { NodeOperationError } from 'n8n-workflow';
import { labelAttribute } from './attributeLabels.js';
import type { Panel } from './panel.js';
import { isEmpty, unwrapLocator, writeTime } from './values.js';

interface Condition {
  readonly field?: string;
  readonly predicate?: string;
  readonly value?: unknown;
}

/**
 * Puts search text, conditions, raw query and sorting of a panel together into one Ransack query; undefined when there is
 * none.
 *
 * @param kind whose list is asked.
 * @throws NodeOperationError for a condition without a field or with a predicate that makes no sense for it, and for a
 * raw query whose expression gives nothing: it would let every record pass.
 */
export function readQuery(panel: Panel, kind: KindName): RansackQuery | undefined {
  const parts = [readRawQuery(panel), readSearchText(panel, kind), readFilters(panel, kind)];
  const query = parts.reduce(combineQueries, {});
  const sorts = readSorts(panel);
  // The rules of the panel count before those of the raw query.
  const sorted = sorts.length === 0 ? query : combineQueries({ s: sorts }, query);
  return Object.keys(sorted).length === 0 ? undefined : sorted;
}

function readRawQuery(panel: Panel): RansackQuery {
  const rawQuery = panel.read('rawQuery', '');
  if (typeof rawQuery !== 'string') throw refuse(panel, 'Raw Query is not a text', CHECK_EXPRESSION);
  return isEmpty(rawQuery) ? {} : (parseRawQuery(rawQuery) as RansackQuery);
}

/** Models leave it blank for no search; an expression that gives nothing would let every record pass. */
function readSearchText(panel: Panel, kind: KindName): RansackQuery {
  const given = panel.read('searchText', '');
  if (given === '') return {};
  const { search } = getKind(kind);
  if (search === undefined) return {};
  const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  if (text === '') throw refuse(panel, 'Search Text is empty', CHECK_EXPRESSION);
  return search(text);
}

function readFilters(panel: Panel, kind: KindName): RansackQuery {
  const { conditions = [] } = panel.read('filters', {}) as { conditions?: readonly Condition[] };
  const queries = conditions.map((condition) => readCondition(panel, kind, condition));
  if (queries.length < 2 || !asksForAny(panel)) return queries.reduce(combineQueries, {});
  return { m: 'or', g: queries };
}

function asksForAny(panel: Panel): boolean {
  const match = panel.read('match', 'all');
  if (match === 'any') return true;
  if (match === 'all' || isEmpty(match)) return false;
  throw refuse(panel, `Match takes all or any, not ${JSON.stringify(match)}`, 'Check its expression.');
}

function readCondition(panel: Panel, kind: KindName, condition: Condition): RansackQuery {
  const { field, predicate, value } = condition;
  if (field === undefined || isEmpty(field)) {
    throw refuse(panel, 'Filters hold a condition without a field', CHECK_EXPRESSION);
  }
  const found = readWordedCondition(kind, { field, predicate: predicate ?? '', value: readValue(value) });
  if ('query' in found) return found.query;
  const said = wordProblem(labelOf(kind, field), predicate ?? '', value, found.problem);
  throw refuse(panel, `Filters: ${said}`, 'Check the condition.');
}

/** The attribute as the panel lists it; one that it does not list, by its own name. */
function labelOf(kind: KindName, field: string): string {
  const known = findFilter(kind, field);
  return known === undefined ? field : labelAttribute(field, known);
}

function wordProblem(label: string, predicate: string, value: unknown, problem: WordProblem): string {
  if (problem.about === 'yesNo') return `${label} takes true or false, not ${JSON.stringify(value ?? null)}`;
  const asked = Object.hasOwn(predicateWords, predicate)
    ? predicateWords[predicate as keyof typeof predicateWords].label
    : predicate;
  if (problem.about === 'days') {
    return `${label} ${asked} takes a whole number from 0, not ${JSON.stringify(value ?? null)}`;
  }
  if (problem.about === 'blank') {
    const instead = problem.canBeEmpty ? '; to find those without one, choose Is Empty' : '';
    return `${label} ${asked} has no value, and would let every record pass${instead}`;
  }
  const words = problem.words.map((word) => predicateWords[word].label);
  return `"${asked}" makes no sense for ${label}; choose ${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** An expression that gives nothing is no reason to let every record pass: core refuses blank values. */
function readValue(value: unknown): unknown {
  const given = unwrapLocator(value);
  if (isRecord(given) && typeof given['id'] === 'number') return given['id'];
  if (Array.isArray(given)) return given.map((one) => writeTime(unwrapLocator(one)));
  return writeTime(given) ?? '';
}

const CHECK_EXPRESSION = 'Check its expression. To get every record, remove it.';

function refuse({ node, itemIndex }: Panel, message: string, description: string) {
  return new NodeOperationError(node, message, { ...(itemIndex === undefined ? {} : { itemIndex }), description });
}

interface Sort {
  readonly field?: string;
  readonly direction?: string;
}

function readSorts(panel: Panel): string[] {
  const { rules = [] } = panel.read('sort', {}) as { rules?: readonly Sort[] };
  return rules
    .filter(({ field }) => !isEmpty(field))
    .map(({ field, direction }) => `${field ?? ''} ${isEmpty(direction) ? 'asc' : (direction ?? '')}`);
}
