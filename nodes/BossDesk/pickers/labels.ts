import { fullNameOf, getKind, type KindName, type Row, startOfText } from 'bossdesk-client';

// What pickers show for a record.

export const nameOf = (row: Row): string => String(row['name']);

/** `Al Dente (aldente)`; answers under `/my` leave user names out (doc L1862-1867). */
export const personOf = (row: Row): string => {
  const { username } = row;
  const fullName = fullNameOf(row);
  if (typeof username !== 'string') return fullName;
  return fullName === '' ? username : `${fullName} (${username})`;
};

const EXCERPT_LENGTH = 60;

const commentLabel = (row: Row): string => {
  const text = String(row['body'])
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return startOfText(text, EXCERPT_LENGTH);
};

const timeEntryLabel = (row: Row): string =>
  [String(row['date']), `${String(row['duration'])} min`, row['agent'] ? personOf(row['agent'] as Row) : '']
    .filter((part) => part !== '')
    .join(', ');

/** Labels of kinds that show more than a name or a title. */
const labels: Partial<Record<KindName, (row: Row) => string>> = {
  agents: personOf,
  cis: (row) => `${nameOf(row)} (#${String(row['friendly_id'])})`,
  comments: commentLabel,
  searches: (row) => `${nameOf(row)} (${String(row['owner_class'])})`,
  tasks: (row) => String(row['title']),
  time_entries: timeEntryLabel,
  users: personOf,
};

/** How records of a kind are shown to choose from. Those that are archived stay in the lists. */
export function labelsOf(kind: KindName): (row: Row) => string {
  const label = getKind(kind).isTitled === true ? titleOf : (labels[kind] ?? nameOf);
  return (row) => (isArchived(row) ? `${label(row)}, archived` : label(row));
}

const titleOf = (row: Row): string => `#${String(row['friendly_id'])} ${String(row['title'])}`;

const isArchived = (row: Row): boolean => row['archived'] === true || typeof row['archived_at'] === 'string';
