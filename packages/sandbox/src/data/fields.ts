/** Reads what people wrote by hand: a field of another type than expected counts as not there. */

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textIn = (json: Json, name: string): string | null => {
  const value = json[name];
  return typeof value === 'string' ? value : null;
};

export const numberIn = (json: Json, name: string): number | null => {
  const value = json[name];
  return typeof value === 'number' ? value : null;
};

/** Null stays null; what is no yes counts as no. */
export const flagIn = (json: Json, name: string): boolean | null => (json[name] === null ? null : json[name] === true);

export const recordIn = (json: Json, name: string): Json | null => {
  const value = json[name];
  return isJson(value) ? value : null;
};

/** The records of a list; a list of anything else is an error that names it. */
export function recordsIn(json: Json, name: string): Json[] {
  const value = json[name] ?? [];
  if (Array.isArray(value) && value.every(isJson)) return value;
  throw new Error(`"${name}" must be a list of records`);
}

/** What is said of a record beyond its fields; `type` and `tags` stand for its `type_id` and `tag_ids`. */
export function extraIn(json: Json, record: object): { extra?: Json } {
  const known = new Set(Object.keys(record).flatMap((name) => [name, name.replace(/_id(s?)$/, '$1')]));
  const extra = Object.entries(json).filter(([name]) => !known.has(name));
  return extra.length === 0 ? {} : { extra: Object.fromEntries(extra) };
}
