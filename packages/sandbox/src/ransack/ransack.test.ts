import { parseRackQuery } from '../rails/rackQuery.js';
import { evaluateSearch } from './evaluate.js';
import { parseSearch } from './parseSearch.js';
import { SearchCrash } from './search.js';
import type { Searchable } from './searchable.js';

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
const everyone = [1, 2, 3, 4];

const find = (query: string): number[] => {
  const q = parseRackQuery(query).get('q');
  const search = parseSearch(q, { searchable: people, timeZone: 'Eastern Time (US & Canada)' });
  return evaluateSearch(records, search).map(({ id }) => id);
};

describe('predicates', () => {
  it.each([
    ['q[last_name_eq]=Foley', [1, 2]],
    ['q[last_name_eq]=foley', []],
    ['q[last_name_not_eq]=Foley', [3]],
    ['q[first_name_matches]=a%25', [1]],
    ['q[first_name_matches]=_o', [2]],
    ['q[first_name_does_not_match]=a%25', [2, 3, 4]],
    ['q[age_lt]=40', [1]],
    ['q[age_lteq]=40', [1, 2]],
    ['q[age_gt]=40', [3]],
    ['q[age_gteq]=40', [2, 3]],
    ['q[age_in][]=30&q[age_in][]=50', [1, 3]],
    ['q[age_not_in][]=30&q[age_not_in][]=50', [2]],
    ['q[last_name_cont]=FOL', [1, 2]],
    ['q[last_name_not_cont]=fol', [3]],
    ['q[last_name_i_cont]=FOL', [1, 2]],
    ['q[last_name_not_i_cont]=FOL', [3]],
    ['q[first_name_start]=b', [2]],
    ['q[first_name_not_start]=b', [1, 3, 4]],
    ['q[last_name_end]=ey', [1, 2]],
    ['q[last_name_not_end]=ey', [3]],
    ['q[active_true]=1', [1, 3]],
    ['q[active_true]=0', [2, 4]],
    ['q[active_not_true]=1', [2, 4]],
    ['q[active_false]=true', [2, 4]],
    ['q[active_not_false]=t', [1, 3]],
    ['q[first_name_present]=1', [1, 2, 3]],
    ['q[first_name_present]=0', [4]],
    ['q[first_name_blank]=1', [4]],
    ['q[last_name_null]=1', [4]],
    ['q[last_name_null]=0', [1, 2, 3]],
    ['q[last_name_not_null]=1', [1, 2, 3]],
    ['q[first_name_not_eq]=Ann', [2, 3, 4]],
    ['q[seen_at_gteq]=2024-07-13T12:00:00Z', [1]],
    ['q[seen_at_lt]=2024-07-13', [4]],
    ['q[seen_at_eq]=2024-01-01', [4]],
  ])('%s finds %j', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  it.each([
    ['q[first_name_eq_any][]=Ann&q[first_name_eq_any][]=Bo', [1, 2]],
    ['q[first_name_not_eq_all][]=Ann&q[first_name_not_eq_all][]=Bo', [3, 4]],
    ['q[last_name_cont_all][]=fo&q[last_name_cont_all][]=ey', [1, 2]],
    ['q[first_name_start_any][]=a&q[first_name_start_any][]=c', [1, 3]],
    ['q[first_name_end_any]=o', [2]],
    ['q[age_lt_any][]=35&q[age_lt_any][]=45', [1, 2]],
    ['q[age_gteq_all][]=35&q[age_gteq_all][]=45', [3]],
    ['q[first_name_matches_any][]=a%25&q[first_name_matches_any][]=b%25', [1, 2]],
    ['q[last_name_i_cont_any][]=NEIL', [3]],
  ])('%s compounds to %j', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  it.each([
    ['q[last_name_cont]=%25', [3]],
    ['q[last_name_cont]=O_N', [3]],
    ['q[first_name_cont]=_', []],
  ])('escapes wildcards: %s', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });
});

describe('what is silently dropped, so that everything comes back', () => {
  it.each([
    'q[nickname_eq]=x',
    'q[first_name]=Ann',
    'q[first_name_equals]=Ann',
    'q[first_name_or_nickname_cont]=Ann',
    'q[first_name_eq]=',
    'q[first_name_eq]=%20%20',
    'q[first_name_in][]=',
    'q[first_name_in_any][]=Ann',
    'q[seen_at_lt]=garbage',
    'q[seen_at_lt]=07/13/2024',
    'q[seen_at_lt]=1720864800',
    'q[seen_at_lt]=2024',
    'q[active_eq]=yes',
    'q[active_true]=True',
    'q[age_eq][]=30',
    'q=foley',
    'q[s]=nickname desc',
    'q[tags_colour_eq]=x',
  ])('%s', (query) => {
    expect(find(query)).toEqual(everyone);
  });
});

describe('casting of values', () => {
  it.each([
    ['integers as Ruby reads them', 'q[age_eq]=30abc', [1]],
    ['no digits as 0', 'q[age_eq]=abc', []],
    ['top-level texts trimmed', 'q[first_name_eq]=%20Ann%20', [1]],
    ['texts in lists not trimmed', 'q[first_name_in][]=%20Ann', []],
    ['a comma list as one value', 'q[first_name_in]=Ann,Bo', []],
    ['a scalar for a list as a list of one', 'q[first_name_in]=Ann', [1]],
    ['a list for a scalar as a text that nothing has', 'q[first_name_eq][]=Ann', []],
    ['present of a date as nothing', 'q[seen_at_present]=1', []],
    ['present of an integer as nothing', 'q[age_present]=1', []],
    ['blank of a date as null', 'q[seen_at_blank]=1', [2, 3]],
    ['a bad date among good ones as NULL', 'q[seen_at_in][]=2024-01-01&q[seen_at_in][]=x', [4]],
    ['NULL in NOT IN as nothing', 'q[seen_at_not_in][]=2024-01-01&q[seen_at_not_in][]=x', []],
    ['30 February as 1 March', 'q[seen_at_gt]=2024-02-30', [1]],
  ])('%s', (_name, query, expected) => {
    expect(find(query)).toEqual(expected);
  });
});

describe('joining attributes and conditions', () => {
  it.each([
    ['q[first_name_eq]=Ann&q[last_name_eq]=Foley', [1]],
    ['q[first_name_or_last_name_cont]=o', [1, 2, 3]],
    ['q[first_name_and_last_name_cont]=o', [2]],
    ['q[rock_and_roll_eq]=x', [3]],
    ['q[m]=or&q[first_name_eq]=Ann&q[age_eq]=50', [1, 3]],
    ['q[active_true]=1&q[g][0][m]=or&q[g][0][first_name_eq]=Ann&q[g][0][first_name_eq_any][]=Bo', [1]],
    ['q[g][0][m]=or&q[g][0][age_eq]=30&q[g][0][g][0][age_eq]=40&q[g][0][g][0][active_false]=1', [1, 2]],
    ['q[g][][age_eq]=30', [1]],
    ['q[g][0][first_name_or_nickname_cont]=Ann', [1]],
    ['q[g][0][nickname_eq]=x', everyone],
    ['q[c][0][a][0][name]=first_name&q[c][0][p]=eq&q[c][0][v][0][value]=Bo', [2]],
    ['q[c][0][a][]=first_name&q[c][0][p]=eq_any&q[c][0][v][]=Bo&q[c][0][v][]=cy', [2, 3]],
    ['q[c][0][a][]=first_name&q[c][0][a][]=last_name&q[c][0][m]=or&q[c][0][p]=cont&q[c][0][v][]=neil', [3]],
    ['q[c][0][a][]=first_name&q[c][0][a][]=last_name&q[c][0][p]=cont&q[c][0][v][]=neil', everyone],
    ['q[c][0][a][]=nickname&q[c][0][p]=eq&q[c][0][v][]=x', everyone],
    ['q[c]=x', everyone],
  ])('%s finds %j', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });
});

describe('associations', () => {
  it.each([
    ['q[team_name_eq]=Desk', [2]],
    ['q[team_name_null]=1', [1, 3]],
    ['q[team_lead_first_name_eq]=Ann', [2]],
    ['q[tags_name_eq]=red', [1]],
    ['q[tags_id_null]=1', [3, 4]],
    ['q[tags_name_not_eq]=blue', [3, 4]],
    ['q[tags_name_not_in][]=red', [2, 3, 4]],
    ['q[tags_name_not_cont]=re', [2, 3, 4]],
    ['q[tags_id_not_null]=1', [1, 2]],
    ['q[tags_id_not_null]=0', [3, 4]],
    ['q[first_name_or_tags_name_cont]=ann', [1, 1]],
  ])('%s finds %j', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  it('gives a record once for each tag that matches', () => {
    expect(find('q[tags_id_in][]=1&q[tags_id_in][]=2')).toEqual([1, 1, 2]);
  });

  it('asks both conditions of the same tag', () => {
    expect(find('q[tags_name_eq]=red&q[tags_id_eq]=2')).toEqual([]);
  });
});

describe('sorting', () => {
  it.each([
    ['q[s]=age desc', [4, 3, 2, 1]],
    ['q[s]=age asc', [1, 2, 3, 4]],
    ['q[s]=age DESC', [4, 3, 2, 1]],
    ['q[s]=age downwards', [1, 2, 3, 4]],
    ['q[sorts]=age+desc', [4, 3, 2, 1]],
    ['q[s]=first_name', [4, 1, 2, 3]],
    ['q[s][]=active desc&q[s][]=id desc', [3, 1, 4, 2]],
    ['q[s][0][name]=active&q[s][0][dir]=desc&q[s][1][name]=id', [1, 3, 2, 4]],
    ['q[s]=active desc, id desc', [2, 4, 1, 3]],
    ['q[s]=team_name asc', [2, 4, 1, 3]],
    ['q[s][]=nickname asc&q[s][]=id desc', [4, 3, 2, 1]],
  ])('%s gives %j', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });
});

describe('what Rails answers with a 500', () => {
  it.each([
    'q[g]=x',
    'q[g][0]=x',
    'q[g][0][g]=x',
    'q[c][0]=x',
    'q[c][0][a][]=first_name&q[c][0][p]=equals&q[c][0][v][]=x',
    'q[c][0][a]=first_name&q[c][0][p]=eq&q[c][0][v][]=x',
    'q[c][0][a][0]=first_name&q[c][0][p]=eq&q[c][0][v][]=x',
    'q[s][0]=id',
    'q[age_cont]=3',
    'q[seen_at_start]=2024-01-01',
  ])('%s', (query) => {
    expect(() => find(query)).toThrow(SearchCrash);
  });
});
