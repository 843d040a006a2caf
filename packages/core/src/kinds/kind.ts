import type { AttributeType } from '../query/attributes.js';
import type { RansackQuery } from '../query/conditions.js';
import type { Row } from '../values/json.js';

/** What one kind of record is called, how it is found, and what is shown of it: the one place that says so. */
export interface Kind {
  /** In names of parameters: `time_entry` makes `time_entry_id` and `timeEntryId`. */
  readonly word: string;
  /** As people say it: `time entry`. */
  readonly noun: string;
  readonly plural: string;
  /** What people and paths name one by: the number that people see (`friendly_id`), or the id. */
  readonly by: 'number' | 'id';
  /** The operation that lists records of this kind; those without one are read out of their owner. */
  readonly list?: string;
  /** The operation that reads one whole record. */
  readonly read?: string;
  /** The record that holds it, and in which field: tasks of a ticket. */
  readonly partOf?: { readonly kind: string; readonly field: string };
  /** Reference data: a short list that other records refer to, offered as a list of its own on every face. */
  readonly isReference?: true;
  /** Its tags and custom fields bear this `owner_class` (doc L762, L1151). */
  readonly ownerClass?: OwnerClass;
  /** Its rows say in `owner_class` for which records they are. */
  readonly isOwned?: true;
  /** It has a title, which is no name: it is found by its number only. */
  readonly isTitled?: true;
  /** Everything that people call a record, each of which means it; default its `name`. */
  readonly called?: (row: Row) => readonly string[];
  /** Attributes that name a record too and that rows do not show: what stands on a label. */
  readonly codes?: readonly string[];
  /** The operation that reads a record by a code that lists are not searched for, and the parameter that takes it. */
  readonly byCode?: { readonly operation: string; readonly parameter: string };
  /** What tells one record from others of its name, for lists of candidates. */
  readonly note?: (row: Row) => string;
  /** Finds every record that is called so, and those that contain it; absent, the list comes whole. */
  readonly search?: (text: string) => RansackQuery;
  /** What to look for when nothing is called so, likeliest first. */
  readonly similar?: (text: string) => readonly RansackQuery[];
  /** Its rows form a tree, and name their parent in this field; whose name has rows below it means its branch in a search. */
  readonly parent?: 'parent_id';
  /** Holds for the records of the list that are of this kind, as agents among users. */
  readonly among?: RansackQuery;
  /** Order in which people look through the list. */
  readonly order?: string;
  /** By which of its attributes a list goes that is sorted by it, as tickets by priority; default its name. */
  readonly rank?: string;
  /** What its list can be filtered and sorted by, and through it the lists of records that refer to it. */
  readonly filters?: readonly FilterField[];
  /** What remains of a record simplified: of a row of its list, and of the whole record. */
  readonly simple?: { readonly row: readonly string[]; readonly whole: readonly string[] };
}

/** Whose tags and custom fields are meant. */
export type OwnerClass = 'ci' | 'ticket' | 'user';

/**
 * An attribute that records can likely be filtered and sorted by: one that answers show, or the id of what they refer
 * to (notes 1). Which of them the server knows is not documented; a filter that it ignores is reported.
 */
export interface FilterField {
  /** Name on the wire: `agent_id`. */
  readonly attribute: string;
  /** What its values are; decides how they compare. */
  readonly type: AttributeType;
  /** The kind of record whose id it holds, which may be given by name. */
  readonly references?: string;
  /** A record has several, so that a list filtered by it may hold the record once for each (notes 4). */
  readonly many?: true;
  /** A record can be without it. */
  readonly nullable?: true;
  /** All values that there are: people write them in any letter case, and no other finds anything. */
  readonly values?: readonly string[];
  /** Words for several of the values, by those that they leave out: `open` is all but `closed`. */
  readonly allBut?: Readonly<Record<string, readonly string[]>>;
}
