import type { Row } from './withClient.js';

// What pickers show for a record.

export const nameOf = (row: Row): string => String(row['name']);

export const numberedTitle = (row: Row): string => `#${String(row['friendly_id'])} ${String(row['title'])}`;

export const numberedName = (row: Row): string => `${nameOf(row)} (#${String(row['friendly_id'])})`;

export const fullNameOf = ({ first_name, last_name }: Row): string =>
  [first_name, last_name].filter((part) => typeof part === 'string' && part !== '').join(' ');

/** `Al Dente (aldente)`; answers under `/my` leave user names out (doc L1862-1867). */
export const personOf = (row: Row): string => {
  const { username } = row;
  const fullName = fullNameOf(row);
  if (typeof username !== 'string') return fullName;
  return fullName === '' ? username : `${fullName} (${username})`;
};

const EXCERPT_LENGTH = 60;

export const commentLabel = (row: Row): string => {
  const text = String(row['body'])
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
};

export const timeEntryLabel = (row: Row): string =>
  [String(row['date']), `${String(row['duration'])} min`, row['agent'] ? personOf(row['agent'] as Row) : '']
    .filter((part) => part !== '')
    .join(', ');
