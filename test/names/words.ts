/** What somebody writes where a record is asked for, and what must come of it on every face. */
export interface Words {
  /** Where it is written. */
  readonly place: Place;
  readonly given: string | number;
  /** The id (in a path the number) that is meant, or the reason why there is none. */
  readonly means: number | string;
  /** Candidates that must be among those listed. */
  readonly candidates?: readonly number[];
}

export type Place =
  | 'requester'
  | 'agent'
  | 'type'
  | 'priority'
  | 'category'
  | 'team'
  | 'tags'
  | 'ciType'
  | 'location'
  | 'manufacturer'
  | 'ciUsers'
  | 'group'
  | 'savedSearch'
  | 'agentFilter'
  | 'typeFilter'
  | 'requesterFilter'
  | 'userNumber'
  | 'ciNumber'
  | 'ticketNumber';

const no = (noun: string, name: string) => `no ${noun} is called "${name}"`;
const several = (noun: string, name: string) => `more than one ${noun} is called "${name}"`;

/** Users that the test adds, in this order: see sameWords.test.ts. */
export const added = { cher: 22_061, alDente: 22_062, digits: 22_063, ghost: 22_064 };

export const rows: readonly Words[] = [
  // People: by e-mail, user name and full name, all of them at once.
  { place: 'requester', given: 'al dente', means: several('user', 'al dente'), candidates: [22_002, added.alDente] },
  { place: 'agent', given: 'al dente', means: 22_002 },
  { place: 'requester', given: 'aldente', means: 22_002 },
  { place: 'requester', given: 'Al.Dente@Example.com', means: 22_002 },
  { place: 'requester', given: 'Cher', means: added.cher },
  { place: 'requester', given: ' cher ', means: added.cher },
  { place: 'requester', given: 'Maya Foley', means: 22_011 },
  { place: 'requester', given: 'Foley, Maya', means: 22_011 },
  { place: 'requester', given: 'Foley Maya', means: 22_011 },
  { place: 'requester', given: 'maya  foley', means: 22_011 },
  { place: 'requester', given: 'doe.john', means: 22_005 },
  { place: 'agent', given: 'Sam Rivers', means: several('agent', 'Sam Rivers'), candidates: [22_008, 22_009] },
  { place: 'agent', given: 'samrivers', means: 22_008 },
  { place: 'agent', given: 'donkey', means: '"donkey" is a user but not an agent', candidates: [22_001] },
  { place: 'agent', given: 'Maya Folley', means: no('agent', 'Maya Folley') },
  { place: 'requester', given: 'Maya Folley', means: no('user', 'Maya Folley'), candidates: [22_011] },
  { place: 'requester', given: 'Maya', means: no('user', 'Maya'), candidates: [22_011] },
  { place: 'requester', given: 'Lee Vermont', means: 22_012 },
  { place: 'agent', given: 'me', means: '"me" is not known here' },
  { place: 'requester', given: 'Me', means: '"me" is not known here' },
  // Digits: a name first, an id then; a number is an id.
  { place: 'requester', given: '22003', means: added.digits },
  { place: 'requester', given: '22007', means: 22_007 },
  { place: 'requester', given: '999999', means: no('user', '999999') },
  { place: 'team', given: '2', means: no('team', '2'), candidates: [15_001] },
  { place: 'type', given: '11001', means: 11_001 },
  // Lists that come whole.
  { place: 'priority', given: 'high', means: 12_003 },
  { place: 'priority', given: 'hihg', means: no('priority', 'hihg'), candidates: [12_003] },
  { place: 'priority', given: 'Severe', means: no('priority', 'Severe') },
  { place: 'type', given: 'service  REQUEST', means: 11_002 },
  { place: 'category', given: 'Emial', means: no('category', 'Emial'), candidates: [13_004] },
  { place: 'team', given: 'Service', means: no('team', 'Service'), candidates: [15_001] },
  { place: 'tags', given: 'VIP', means: 31_001 },
  { place: 'tags', given: 'Production', means: no('tag', 'Production') },
  { place: 'location', given: 'Zürich', means: 19_006 },
  { place: 'location', given: 'Zu\u0308rich', means: 19_006 },
  { place: 'ciType', given: 'top', means: no('CI type', 'top'), candidates: [17_003, 17_004] },
  { place: 'savedSearch', given: 'all printers', means: 38_001 },
  // Lists in pages.
  { place: 'manufacturer', given: 'boss inc.', means: 20_001 },
  {
    place: 'manufacturer',
    given: 'The BOSS Company',
    means: no('manufacturer', 'The BOSS Company'),
    candidates: [20_001],
  },
  { place: 'group', given: 'managers', means: 21_001 },
  { place: 'ciUsers', given: 'Nia Feeney', means: 22_007 },
  // Filters and searches.
  { place: 'agentFilter', given: 'Al Dente', means: 22_002 },
  { place: 'agentFilter', given: 'donkey', means: '"donkey" is a user but not an agent' },
  { place: 'typeFilter', given: 'incident', means: 11_001 },
  { place: 'typeFilter', given: 'Incidnt', means: no('ticket type', 'Incidnt'), candidates: [11_001] },
  { place: 'requesterFilter', given: 'Sam Rivers', means: several('user', 'Sam Rivers'), candidates: [22_008, 22_009] },
  // Paths name a record by its number.
  { place: 'ticketNumber', given: '#75', means: 75 },
  { place: 'ticketNumber', given: '75', means: 75 },
  { place: 'ticketNumber', given: 'seventy-five', means: 'takes the number that people see' },
  { place: 'userNumber', given: '#7', means: 7 },
  { place: 'userNumber', given: 'nia.feeney@example.com', means: 7 },
  { place: 'userNumber', given: 'aldente', means: 2 },
  { place: 'userNumber', given: 'Sam Rivers', means: several('user', 'Sam Rivers') },
  { place: 'userNumber', given: 'nobody@example.com', means: no('user', 'nobody@example.com') },
  { place: 'ciNumber', given: 'PRN-1007', means: 8 },
  { place: 'ciNumber', given: 'No Such Thing', means: no('CI', 'No Such Thing') },
];
