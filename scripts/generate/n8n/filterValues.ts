import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { pickerName, optionsName } from '../../../nodes/BossDesk/pickers/pickerNames.js';
import {
  type FilterField,
  getKind,
  type KindName,
  predicateWords,
  type PredicateWord,
  type WordTakes,
  wordsOf,
} from '../../../packages/core/src/index.js';

// What a condition compares with: a widget for each kind of field. All bear one name, so that an expression needs to know
// no more.

type Show = (predicates: { readonly show?: string[]; readonly hide?: string[] }) => IDisplayOptions;

const wordsThat = (...takes: WordTakes[]): PredicateWord[] =>
  (Object.keys(predicateWords) as PredicateWord[]).filter((word) => takes.includes(predicateWords[word].takes));

const withoutValue = wordsThat('none');
const several = wordsThat('several');
const days = wordsThat('days');

/** The widgets for the values of all fields, and one for a field that is none of them. */
export function buildValues(fields: readonly FilterField[]): readonly INodeProperties[] {
  const groups = new Map<string, FilterField[]>();
  for (const field of fields) {
    const key = field.references ?? field.values?.join() ?? (field.type === 'id' ? 'number' : field.type);
    groups.set(key, [...(groups.get(key) ?? []), field]);
  }
  const known = [...groups.values()].flatMap((group) => buildGroup(group));
  const other = {
    ...text,
    displayOptions: { hide: { field: fields.map(({ attribute }) => attribute), predicate: withoutValue } },
  };
  // n8n asks for the order of the alphabet.
  return [...known, other].sort((a, b) => a.displayName.localeCompare(b.displayName));
}

function buildGroup(fields: readonly FilterField[]): readonly INodeProperties[] {
  const [first] = fields;
  if (first === undefined) return [];
  const attributes = fields.map(({ attribute }) => attribute);
  const show: Show = (predicates) => ({
    show: { field: attributes, ...(predicates.show === undefined ? {} : { predicate: predicates.show }) },
    ...(predicates.hide === undefined || predicates.hide.length === 0 ? {} : { hide: { predicate: predicates.hide } }),
  });
  if (first.references !== undefined) return buildReference(first.references as KindName, show);
  if (first.values !== undefined) return buildChoice(first, show);
  switch (first.type) {
    case 'time':
      return buildTime(show);
    case 'boolean':
      return [{ ...yesNo, displayOptions: show({ hide: withoutValue }) }];
    default:
      return [{ ...(first.type === 'text' ? text : number), displayOptions: show({ hide: hiddenOf(first) }) }];
  }
}

/** Predicates of a field that need no value. */
const hiddenOf = (field: FilterField): string[] => withoutValue.filter((word) => word in wordsOf(field));

const base = { displayName: 'Value', name: 'value' } as const;

const text: INodeProperties = {
  ...base,
  type: 'string',
  default: '',
  description: 'What to compare with. Several values are separated by commas.',
};

const number: INodeProperties = {
  ...base,
  type: 'string',
  default: '',
  placeholder: 'e.g. 75',
  description: 'The number to compare with. Several are separated by commas.',
};

const yesNo: INodeProperties = {
  ...base,
  type: 'boolean',
  default: true,
  description: 'Whether it must be so',
};

function buildTime(show: Show): readonly INodeProperties[] {
  return [
    {
      ...base,
      type: 'dateTime',
      typeOptions: { dateOnly: true },
      default: '',
      description:
        'A day in the time zone of the workflow. An expression can also give today, yesterday, -14d or a time (2026-11-24 08:00).',
      displayOptions: show({ hide: [...days, ...withoutValue] }),
    },
    {
      ...base,
      displayName: 'Value in Days',
      type: 'number',
      typeOptions: { minValue: 0 },
      default: 7,
      description: 'How many days before today, in the time zone of the workflow; 0 is since midnight',
      displayOptions: show({ show: days }),
    },
  ];
}

function buildChoice({ values = [], allBut = {} }: FilterField, show: Show): readonly INodeProperties[] {
  const options = [
    ...values.map((value) => ({ name: titleCase(value), value })),
    ...Object.entries(allBut).map(([value, without]) => ({
      name: titleCase(value),
      value,
      description: `Every value but ${without.join(' and ')}`,
    })),
  ].sort((a, b) => a.name.localeCompare(b.name));
  const said = 'An expression can give it in any letter case';
  return [
    {
      ...base,
      type: 'options',
      options,
      default: options[0]?.value ?? '',
      description: said,
      displayOptions: show({ hide: [...several, ...withoutValue] }),
    },
    {
      ...base,
      type: 'multiOptions',
      options,
      default: [],
      description: 'An expression can list them in any letter case, separated by commas',
      displayOptions: show({ show: several }),
    },
  ];
}

function buildReference(kind: KindName, show: Show): readonly INodeProperties[] {
  const { noun, list } = getKind(kind);
  if (list === undefined) throw new Error(`Nothing lists ${kind}, which a filter refers to`);
  const isPerson = list === 'users.list';
  return [
    {
      ...base,
      type: 'resourceLocator',
      default: { mode: 'list', value: '' },
      description: `The ${noun} to compare with, by name or ID`,
      displayOptions: show({ hide: [...several, ...withoutValue] }),
      modes: [
        {
          displayName: 'From List',
          name: 'list',
          type: 'list',
          typeOptions: { searchListMethod: pickerName(kind, 'id'), searchable: true },
        },
        {
          displayName: 'By Name or ID',
          name: 'id',
          type: 'string',
          placeholder: isPerson ? 'e.g. Al Dente' : 'e.g. 983',
          hint: isPerson ? "The user's full name, email, username or ID" : 'The name or the ID',
        },
      ],
    },
    {
      ...base,
      displayName: 'Value Names or IDs',
      type: 'multiOptions',
      typeOptions: { loadOptionsMethod: optionsName(kind) },
      default: [],
      description:
        'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
      displayOptions: show({ show: several }),
    },
  ];
}

function titleCase(text: string): string {
  return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
