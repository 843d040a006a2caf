import type { Call, Task } from './task.js';

const TEAMS = ['Service Desk', 'Hardware Team', 'Applications', 'Network Operations', 'Security', 'Major Incident'];

/** What is not closed, all of it, by the API's own attribute. */
const open = (filters: Readonly<Record<string, unknown>> = {}) => ({
  filters: { status_not_eq: 'closed', ...filters },
  limit: 100,
});

const DUE_BEFORE_NOW = { due_at_lt: '2026-06-01T09:00:00Z' };

const LAST_WEEK = { closed_at_gteq: '2026-05-25', closed_at_lt: '2026-06-01' };
const IN_MAY = { closed_at_gteq: '2026-05-01', closed_at_lt: '2026-06-01' };

/** Rows do not show teams: each is searched for. */
const eachTeam = (args: Readonly<Record<string, unknown>>): Call[] =>
  TEAMS.map((team) => ['search_tickets', { ...args, team }]);

const listTeams: Call = ['list_reference_data', { kind: 'teams' }];

/** Requests that are answered by numbers. */
export const countingTasks: readonly Task[] = [
  {
    says: 'How many tickets are open?',
    gold: [['search_tickets', { status: 'open', count_by: 'total' }]],
    plain: [['search_tickets', open()]],
    facts: [/^91 tickets\.$/m],
    wrong: {
      'all of them counted': [['search_tickets', { count_by: 'total' }]],
      'a page of rows taken for all': [['search_tickets', { status: 'open', limit: 100, page: 2 }]],
      'new ones alone': [['search_tickets', { status: 'incoming', count_by: 'total' }]],
    },
  },
  {
    says: 'Who has the most overdue tickets?',
    gold: [['search_tickets', { overdue: true, count_by: 'agent' }]],
    plain: [['search_tickets', open(DUE_BEFORE_NOW)]],
    facts: [/^8 \| Alfonso White/m, /^87 tickets/m],
    wrong: {
      'closed ones counted': [['search_tickets', { status: 'closed', count_by: 'agent' }]],
      'closed ones among them': [['search_tickets', { filters: DUE_BEFORE_NOW, count_by: 'agent' }]],
      'counted by team': [['search_tickets', { overdue: true, count_by: 'team' }]],
    },
  },
  {
    says: 'Who in Network Operations has the most overdue tickets?',
    gold: [['search_tickets', { overdue: true, team: 'Network Operations', count_by: 'agent' }]],
    plain: [['search_tickets', { ...open(DUE_BEFORE_NOW), team: 'Network Operations' }]],
    facts: [/^3 \| Alfonso White \(22033\)$/m],
    wrong: {
      'the team is guessed': [['search_tickets', { overdue: true, team: 'Networks', count_by: 'agent' }]],
      'another team': [['search_tickets', { overdue: true, team: 'Security', count_by: 'agent' }]],
      'of all teams': [['search_tickets', { overdue: true, count_by: 'agent' }]],
    },
  },
  {
    says: 'How many did each team close in May?',
    gold: [['search_tickets', { filters: IN_MAY, count_by: 'team' }]],
    plain: [listTeams, ...eachTeam({ filters: IN_MAY, limit: 100 })],
    facts: [/^50 tickets, by team:/m, /^13 \| Service Desk/m],
    wrong: {
      'created ones counted': [
        ['search_tickets', { filters: { created_at_gteq: '2026-05-01' }, status: 'closed', count_by: 'team' }],
      ],
      'open ones counted': [['search_tickets', { status: 'open', count_by: 'team' }]],
      'a filter made up': [['search_tickets', { filters: { closed_since: '2026-05-01' }, count_by: 'team' }]],
    },
  },
  {
    says: 'How many are open, and how many were closed last week, per team?',
    gold: [
      ['search_tickets', { status: 'open', count_by: 'team' }],
      ['search_tickets', { filters: LAST_WEEK, count_by: 'team' }],
    ],
    plain: [listTeams, ...eachTeam(open()), ...eachTeam({ filters: LAST_WEEK })],
    facts: [/^91 tickets, by team:[\s\S]*^20 \| Security/m, /^7 tickets, by team:[\s\S]*^3 \| Hardware Team/m],
    wrong: {
      'updated ones taken for closed': [
        ['search_tickets', { status: 'open', count_by: 'team' }],
        ['search_tickets', { updated_since: '-7d', status: 'open', count_by: 'team' }],
      ],
      'this week in place of last': [
        ['search_tickets', { status: 'open', count_by: 'team' }],
        ['search_tickets', { filters: { closed_at_gteq: '2026-06-01' }, count_by: 'team' }],
      ],
      'half of the question': [['search_tickets', { status: 'open', count_by: 'team' }]],
    },
  },
  {
    says: 'What has nobody touched for 30 days, and whose is it?',
    gold: [['search_tickets', { status: 'open', filters: { updated_at_lt: '-30d' }, count_by: 'agent' }]],
    plain: [['search_tickets', open({ updated_at_lt: '2026-05-02' })]],
    facts: [/^55 tickets, by agent:/m, /^7 \| Jeffry Zieme/m, /^21 \| none$/m],
    wrong: {
      'touched within 30 days': [['search_tickets', { status: 'open', updated_since: '-30d', count_by: 'agent' }]],
      'created before that': [
        ['search_tickets', { status: 'open', filters: { created_at_lt: '-30d' }, count_by: 'agent' }],
      ],
      'closed ones among them': [['search_tickets', { filters: { updated_at_lt: '-30d' }, count_by: 'agent' }]],
    },
  },
  {
    says: 'What do we have in Chicago?',
    gold: [['search_cis', { location: 'Chicago', count_by: 'type' }]],
    plain: [['search_cis', { location: 'Chicago', limit: 100 }]],
    facts: [/^21 CIs, by type:/m, /^8 \| Desktop/m],
    wrong: {
      'another place': [['search_cis', { location: 'Berlin', count_by: 'type' }]],
      'counted by status': [['search_cis', { location: 'Chicago', count_by: 'status' }]],
      'the place looked for in names': [['search_cis', { query: 'Chicago', count_by: 'type' }]],
    },
  },
  {
    says: 'How urgent is what is open?',
    gold: [['search_tickets', { status: 'open', count_by: 'priority' }]],
    plain: [['search_tickets', open()]],
    facts: [/^91 tickets, by priority:/m, /^24 \| Urgent/m],
    wrong: {
      'closed ones among them': [['search_tickets', { count_by: 'priority' }]],
      'new ones alone': [['search_tickets', { status: 'incoming', count_by: 'priority' }]],
    },
  },
  {
    says: 'How many of our users are agents?',
    gold: [['search_users', { count_by: 'is_agent' }]],
    plain: [['search_users', { filters: { is_agent_true: true }, limit: 100 }]],
    facts: [/^13 \| yes$/m],
    wrong: {
      'all counted': [['search_users', { count_by: 'total' }]],
      'counted by group': [['search_users', { count_by: 'group' }]],
    },
  },
];
