import type { Row } from './json.js';

// A person as the API shows one: `first_name`, `last_name`, `username`, `email`, any of which may be missing or null.

/** What a person is called by. */
interface Named {
  readonly first_name?: unknown;
  readonly last_name?: unknown;
  readonly username?: unknown;
}

/** First and last name; empty for a person with neither. */
export function fullNameOf({ first_name, last_name }: Named): string {
  if (!isText(first_name)) return isText(last_name) ? last_name : '';
  return isText(last_name) ? `${first_name} ${last_name}` : first_name;
}

/** The full name, or the user name of a person without one; undefined when there is neither. */
export function nameOfPerson(person: Named): string | undefined {
  const fullName = fullNameOf(person);
  if (fullName !== '') return fullName;
  return isText(person.username) ? person.username : undefined;
}

/** Everything that a person is called: e-mail address, user name, the full name in either order. */
export function namesOfPerson(person: Row): string[] {
  const { email, username, first_name, last_name } = person;
  const hasBoth = isText(first_name) && isText(last_name);
  return [
    email,
    username,
    fullNameOf(person),
    ...(hasBoth ? [`${last_name}, ${first_name}`, `${last_name} ${first_name}`] : []),
  ].filter(isText);
}

/** User name and e-mail address: what tells two people of one name apart. */
export function contactOf({ username, email }: Row): string {
  return [username, email].filter(isText).join(', ');
}

/** A name of blanks alone would leave a person without one. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
