import { parseRackQuery } from '../rails/rackQuery.js';
import { evaluateSearch } from '../ransack/evaluate.js';
import { parseSearch } from '../ransack/parseSearch.js';
import type { Searchable } from '../ransack/searchable.js';

interface Tag {
  id: number;
  name: string;
}
interface Team {
  name: string;
  lead: Person | null;
}
interface Person {
  id: number;
  first_name: string | null;
  last_name: string | null;
  age: number | null;
  active: boolean;
  seen_at: string | null;
  or_and_more: string;
  team: Team | null;
  tags: Tag[];
}

const tags: Searchable<Tag> = {
  columns: { id: { type: 'integer', read: (tag) => tag.id }, name: { type: 'string', read: (tag) => tag.name } },
  associations: {},
};
const teams: Searchable<Team> = {
  columns: { name: { type: 'string', read: (team) => team.name } },
  associations: { lead: { many: false, target: () => people, read: (team) => team.lead } },
};
const people: Searchable<Person> = {
  columns: {
    id: { type: 'integer', read: (person) => person.id },
    first_name: { type: 'string', read: (person) => person.first_name },
    last_name: { type: 'string', read: (person) => person.last_name },
    age: { type: 'integer', read: (person) => person.age },
    active: { type: 'boolean', read: (person) => person.active },
    seen_at: { type: 'datetime', read: (person) => person.seen_at },
    rock_and_roll: { type: 'string', read: (person) => person.or_and_more },
  },
  associations: {
    team: { many: false, target: () => teams, read: (person) => person.team },
    tags: { many: true, target: () => tags, read: (person) => person.tags },
  },
};

const [red, blue] = [
  { id: 1, name: 'red' },
  { id: 2, name: 'blue' },
];
const person = (id: number, fields: Partial<Person>): Person => ({
  id,
  first_name: null,
  last_name: null,
  age: null,
  active: false,
  seen_at: null,
  or_and_more: '',
  team: null,
  tags: [],
  ...fields,
});
const ann = person(1, {
  first_name: 'Ann',
  last_name: 'Foley',
  age: 30,
  active: true,
  seen_at: '2024-07-13T12:00:00.000Z',
  tags: [red, blue],
});
const records = [
  ann,
  person(2, { first_name: 'Bo', last_name: 'Foley', age: 40, team: { name: 'Desk', lead: ann }, tags: [blue] }),
  person(3, { first_name: 'cy', last_name: 'O_Neil 100%', age: 50, active: true, or_and_more: 'x' }),
  person(4, { first_name: '', seen_at: '2024-01-01T05:00:00.000Z', team: { name: 'Field', lead: null } }),
];
/** What comes back where a condition is dropped. */
export const everyone = [1, 2, 3, 4];

/** A Saturday, 08:00 where the account is. */
const NOW = Date.parse('2024-07-13T12:00:00Z');

/** The ids of those that a query finds. */
export const find = (query: string): number[] => {
  const q = parseRackQuery(query).get('q');
  const search = parseSearch(q, { searchable: people, timeZone: 'Eastern Time (US & Canada)', now: NOW });
  return evaluateSearch(records, search).map(({ id }) => id);
};
