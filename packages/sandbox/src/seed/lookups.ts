import type { LookupRecord, Lookups, Records } from '../kinds/index.js';
import { seedSavedSearches } from '../kinds/savedSearches.js';
import { seedCustomFields } from './customFields.js';
import { lookupTimes } from './lookupTimes.js';
import { faker } from './random.js';

/** Where the ids of each kind start; no two kinds share a range. */
const firstIds = {
  ticket_types: 11_001,
  helpdesk_priorities: 12_001,
  helpdesk_categories: 13_001,
  helpdesk_extended_statuses: 14_001,
  teams: 15_001,
  task_types: 16_001,
  ci_types: 17_001,
  ci_statuses: 18_001,
  locations: 19_001,
  manufacturers: 20_001,
  groups: 21_001,
  tags: 31_001,
  roles: 33_001,
} as const;

const named = (kind: keyof typeof firstIds, names: readonly string[]): LookupRecord[] =>
  names.map((name, index) => ({ id: firstIds[kind] + index, name, ...lookupTimes }));

type TreeSpec = readonly [name: string, parent: string | null];

function tree(kind: 'ci_types' | 'locations', specs: readonly TreeSpec[]): Records['locations'][] {
  const records = named(
    kind,
    specs.map(([name]) => name),
  );
  const idOf = (name: string | null) => records.find((record) => record.name === name)?.id ?? null;
  return records.map((record, index) => ({ ...record, parent_id: idOf(specs[index]?.[1] ?? null) }));
}

const ciTypeSpecs: readonly TreeSpec[] = [
  ['Hardware', null],
  ['Computer', 'Hardware'],
  ['Desktop', 'Computer'],
  ['Laptop', 'Computer'],
  ['Server', 'Computer'],
  ['Printer', 'Hardware'],
  ['Network Device', 'Hardware'],
  ['Switch', 'Network Device'],
  ['Phone', 'Hardware'],
  ['Software', null],
];

const ciTypeIcons: Readonly<Record<string, string>> = {
  Desktop: 'fa-desktop',
  Laptop: 'fa-laptop',
  Server: 'fa-server',
  Printer: 'fa-print',
  Switch: 'fa-sitemap',
  Phone: 'fa-phone',
};

const ciTypes = (): Records['ci_types'][] =>
  tree('ci_types', ciTypeSpecs).map((type) => ({ ...type, icon: ciTypeIcons[type.name] ?? 'fa-bars' }));

const locationSpecs: readonly TreeSpec[] = [
  ['North America', null],
  ['Atlanta', 'North America'],
  ['Chicago', 'North America'],
  ['Europe', null],
  ['Berlin', 'Europe'],
  ['Zürich', 'Europe'],
  ['Remote', null],
];

const statusColors = ['#34B632', '#F5A623', '#9B9B9B', '#4A90D9'];

/** Category, colour, icon, teams in charge. */
const categorySpecs: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['Hardware', 'rgb(37, 160, 218)', 'fa fa-fw fa-desktop', ['Hardware Team', 'Service Desk']],
  ['Software', 'rgb(155, 89, 182)', 'fa fa-fw fa-code', ['Applications']],
  ['Network', 'rgb(241, 196, 15)', 'fa fa-fw fa-sitemap', ['Network Operations', 'Major Incident']],
  ['Email', 'rgb(88, 214, 141)', 'fa fa-fw fa-envelope', ['Service Desk']],
  ['Access', 'rgb(231, 76, 60)', 'fa fa-fw fa-key', ['Service Desk', 'Security']],
];

const noNames: readonly string[] = [];

const tagSpecs: readonly (readonly [name: string, ownerClass: string])[] = [
  ['vip', 'ticket'],
  ['remote', 'ticket'],
  ['onboarding', 'ticket'],
  ['outage', 'ticket'],
  ['printer', 'ticket'],
  ['security', 'ticket'],
  ['Development', 'ci'],
  ['Production', 'ci'],
  ['Leased', 'ci'],
  ['Spare', 'ci'],
  ['Intern', 'user'],
  ['Executive', 'user'],
  ['Contractor', 'user'],
];

const tags = (): Records['tags'][] =>
  named(
    'tags',
    tagSpecs.map(([name]) => name),
  ).map((tag, index) => ({ ...tag, owner_class: tagSpecs[index]?.[1] ?? 'ticket' }));

const MANUFACTURER_COUNT = 40;

/** Reference data: the same names under any seed, but for most manufacturers. */
export function seedLookups(): Lookups {
  const teams = named('teams', [
    'Service Desk',
    'Hardware Team',
    'Applications',
    'Network Operations',
    'Security',
    'Major Incident',
  ]);
  const shortcuts = ['IN', 'SR', 'PR', 'BUG'];
  const priorityColors = ['rgb(133, 211, 132)', 'rgb(250, 204, 21)', 'rgb(246, 135, 0)', 'rgb(214, 40, 40)'];
  const categories = named(
    'helpdesk_categories',
    categorySpecs.map(([name]) => name),
  );
  const types = ciTypes();

  return {
    ticket_types: named('ticket_types', ['Incident', 'Service Request', 'Problem Report', 'Bug Reports']).map(
      (type, index) => ({ ...type, shortcut: shortcuts[index] ?? null }),
    ),
    helpdesk_priorities: named('helpdesk_priorities', ['Low', 'Medium', 'High', 'Urgent']).map((priority, index) => ({
      ...priority,
      color: priorityColors[index] ?? null,
      level: index,
    })),
    helpdesk_categories: categories.map((category, index) => {
      const [, color, icon, teamNames] = categorySpecs[index] ?? [null, null, null, noNames];
      const teamIds = teams.filter((team) => teamNames.includes(team.name)).map((team) => team.id);
      return { ...category, color, icon, team_ids: teamIds };
    }),
    helpdesk_extended_statuses: named('helpdesk_extended_statuses', [
      'Waiting on Customer',
      'On hold',
      'Waiting on Vendor',
      'Escalated',
    ]),
    teams,
    task_types: named('task_types', ['Communication', 'Development', 'Installation', 'Research', 'Purchase']),
    ci_types: types,
    ci_statuses: named('ci_statuses', ['Active', 'In Repair', 'Retired', 'In Stock']).map((status, index) => ({
      ...status,
      color: statusColors[index] ?? null,
    })),
    locations: tree('locations', locationSpecs),
    manufacturers: named('manufacturers', [
      'BOSS Inc.',
      'Gerlach-Metz Computers',
      'Treutel-Sanford',
      ...companyNames(),
    ]),
    groups: named('groups', [
      'Managers',
      'Purchasing',
      'Interns',
      'Sales',
      'Marketing',
      'Human Resources',
      'Finance',
      'Legal',
      'Engineering',
      'Support',
      'Facilities',
      'Information Technology',
    ]),
    roles: named('roles', ['Administrator', 'Technician', 'Helpdesk', 'Manager', 'Requester']),
    tags: tags(),
    custom_fields: seedCustomFields(types, categories),
    searches: seedSavedSearches(),
  };
}

function companyNames(): string[] {
  const names = new Set<string>();
  while (names.size < MANUFACTURER_COUNT - 3) names.add(faker.company.name());
  return [...names];
}
