import { everyone, find } from '../testing/people.js';
import { SearchCrash } from './search.js';

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
    ['q[s][0][name]=active&q[s][0][dir]=desc&q[s][1][name]=id&q[s][1][dir]=asc', [1, 3, 2, 4]],
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
