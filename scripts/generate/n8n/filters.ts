import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { labelAttribute } from '../../../nodes/BossDesk/panel/attributeLabels.js';
import {
  type FilterField,
  getKind,
  type KindName,
  listSorts,
  predicateWords,
  type PredicateWord,
  wordsOf,
} from '../../../packages/core/src/index.js';
import { buildValues } from './filterValues.js';

// What the rows of a list are chosen by: each condition's field decides what else is asked.

/** Conditions on what the records of a kind are known to have. */
export function buildFilters(kind: KindName): readonly INodeProperties[] {
  const fields = getKind(kind).filters ?? [];
  return [
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      placeholder: 'Add Condition',
      default: {},
      description: 'Conditions that a record must meet',
      options: [
        {
          displayName: 'Conditions',
          name: 'conditions',
          values: [chooseField(fields), ...buildPredicates(fields), ...buildValues(fields)],
        },
      ],
    },
    {
      displayName: 'Match',
      name: 'match',
      type: 'options',
      options: [
        { name: 'All of These', value: 'all' },
        { name: 'Any of These', value: 'any' },
      ],
      default: 'all',
      description: 'Whether a record must meet all conditions under Filters, or any one of them',
    },
  ];
}

/** What people look for first; n8n asks for a default that is among the options. */
const usualFields = ['status', 'username', 'name'];

function chooseField(fields: readonly FilterField[]): INodeProperties {
  return {
    displayName: 'Field',
    name: 'field',
    type: 'options',
    options: fields
      .map((field) => ({ name: labelAttribute(field.attribute, field), value: field.attribute }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    default: usualFields.find((usual) => fields.some(({ attribute }) => attribute === usual)) ?? 'id',
    description: 'What the condition is about; an expression can name any attribute that BOSSDesk knows',
  };
}

/** One choice of predicates for all fields that can be asked the same. */
function buildPredicates(fields: readonly FilterField[]): readonly INodeProperties[] {
  const groups = new Map<string, { readonly words: readonly PredicateWord[]; readonly attributes: string[] }>();
  for (const field of fields) {
    const words = Object.keys(wordsOf(field)) as PredicateWord[];
    const group = groups.get(words.join()) ?? { words, attributes: [] };
    group.attributes.push(field.attribute);
    groups.set(words.join(), group);
  }
  return [
    ...[...groups.values()].map(({ words, attributes }) => choosePredicate(words, { show: { field: attributes } })),
    choosePredicate(Object.keys(wordsOf(undefined)) as PredicateWord[], {
      hide: { field: fields.map(({ attribute }) => attribute) },
    }),
  ];
}

function choosePredicate(words: readonly PredicateWord[], displayOptions: IDisplayOptions): INodeProperties {
  const usual = (['contains', 'is', 'after'] as const).find((word) => words.includes(word));
  return {
    displayName: 'Predicate',
    name: 'predicate',
    type: 'options',
    displayOptions,
    options: words.map(toOption).sort((a, b) => a.name.localeCompare(b.name)),
    default: usual ?? 'is',
    description: 'How to compare; an expression gives one of these words (isAnyOf) or a Ransack suffix (eq, not_in)',
  };
}

const toOption = (word: PredicateWord): INodePropertyOptions => ({ name: predicateWords[word].label, value: word });

/** What a list can be searched in, by the kind whose list it is. */
const searchedIn: Partial<Record<KindName, string>> = {
  tickets: 'the title',
  my_tickets: 'the title',
  cis: 'the name, the serial number and the control number',
  users: 'first name, last name, username and email',
};

const searchExamples: Partial<Record<KindName, string>> = { cis: 'BOSS-1000', users: 'Foley', groups: 'Managers' };

export function buildSearchText(kind: KindName): INodeProperties {
  return {
    displayName: 'Search Text',
    name: 'searchText',
    type: 'string',
    default: '',
    placeholder: `e.g. ${searchExamples[kind] ?? 'printer'}`,
    description: `Text to look for in ${searchedIn[kind] ?? 'the name'}; it goes together with the filters. Empty finds all.`,
  };
}

export function buildSort(kind: KindName): INodeProperties {
  const filters = getKind(kind).filters ?? [];
  const labelOf = (name: string) => {
    const field = filters.find(({ attribute }) => attribute === name);
    // The record that is referred to has the plain name, its id the other one.
    return field?.references === undefined ? labelAttribute(name) : `${labelAttribute(name, field)} ID`;
  };
  return {
    displayName: 'Sort',
    name: 'sort',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    placeholder: 'Add Sort Rule',
    default: {},
    description: `Order of the results${getKind(kind).isTitled === true ? '; the newest come first if it is left out' : ''}`,
    options: [
      {
        displayName: 'Sort Rules',
        name: 'rules',
        values: [
          {
            displayName: 'Field',
            name: 'field',
            type: 'options',
            options: listSorts(kind)
              .map((value) => ({ name: labelOf(value), value }))
              .sort((a, b) => a.name.localeCompare(b.name)),
            default: 'updated_at',
            description: 'What to sort by; an expression can name any attribute that BOSSDesk knows',
          },
          {
            displayName: 'Direction',
            name: 'direction',
            type: 'options',
            options: [
              { name: 'Ascending', value: 'asc' },
              { name: 'Descending', value: 'desc' },
            ],
            default: 'asc',
            description: 'Whether the lowest or the highest come first',
          },
        ],
      },
    ],
  };
}
