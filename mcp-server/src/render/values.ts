import { nameOfPerson } from 'bossdesk-client';
import { indentLines, oneLine } from './text.js';

// Short forms of the records that others refer to. Ids are always shown, because later calls need them.

export interface NamedRef {
  readonly id: number;
  readonly name: string;
}

export interface PersonRef {
  readonly id: number;
  readonly friendly_id?: number | undefined;
  readonly first_name?: string | null | undefined;
  readonly last_name?: string | null | undefined;
  readonly username?: string | null | undefined;
  readonly email?: string | null | undefined;
}

type Maybe<T> = T | null | undefined;

/** `High (983)` */
export function showRef(ref: Maybe<NamedRef>): string | undefined {
  return ref == null ? undefined : `${oneLine(ref.name, 80)} (${ref.id})`;
}

/** `Al Dente (47)`: the id, by which others refer to a user. */
export function showPerson(person: Maybe<PersonRef>): string | undefined {
  return person == null ? undefined : `${showName(person)} (${person.id})`;
}

/** First and last name, or the user name where there is none. */
export function showName(person: PersonRef): string {
  return oneLine(nameOfPerson(person) ?? person.email ?? 'unnamed', 80);
}

/** `2026-11-24 08:00` of an ISO time in UTC; anything else as it is. */
export function showTime(time: Maybe<string>): string | undefined {
  if (time == null) return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):/.exec(time);
  return match === null ? time : `${match[1] ?? ''} ${match[2] ?? ''}Z`;
}

/** `2026-06-03 15:00 -04:00` of an ISO time with its offset, `2026-06-03 15:00Z` of one in UTC. */
export function showMoment(time: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::00(?:\.0+)?|(:[\d.]+))?(?:(z)|([+-]\d{2}):?(\d{2}))$/i.exec(
    time,
  );
  if (match === null) return oneLine(time);
  const [, day = '', minute = '', second = '', utc, hours = '', minutes = ''] = match;
  return `${day} ${minute}${second}${utc === undefined ? ` ${hours}:${minutes}` : 'Z'}`;
}

export function showYesNo(value: Maybe<boolean>): string | undefined {
  return value == null ? undefined : value ? 'yes' : 'no';
}

/** `12.3 kB` */
export function showBytes(size: number): string {
  if (size < 1000) return `${size} bytes`;
  return size < 1_000_000 ? `${(size / 1000).toFixed(1)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}

/** `label: value`, or nothing for what is empty. */
export function line(label: string, value: Maybe<string>): string[] {
  return value == null || value === '' ? [] : [`${label}: ${indentLines(value)}`];
}
