import { expectTypeOf } from 'expect-type';
import type {
  FriendlyId,
  Id,
  OperationBody,
  OperationId,
  OperationInput,
  OperationOutput,
  RansackQuery,
} from './index.js';

type CustomFields = Record<string, string | number | boolean | null | readonly (string | number)[]>;

// Required fields, and optional ones that may be left out but not be undefined.
expectTypeOf<OperationInput<'tickets.create'>>().toEqualTypeOf<{
  title: string;
  type_id: Id;
  priority_id: Id;
  description?: string;
  extended_status_id?: Id | null;
  category_id?: Id | null;
  requester_id?: Id;
  team_id?: Id | null;
  agent_id?: Id | null;
  tag_ids?: Id[];
  custom_fields?: CustomFields;
}>();
expectTypeOf<OperationInput<'tickets.addComment'>>().toEqualTypeOf<{
  friendly_id: FriendlyId;
  body: string;
  is_public: boolean;
}>();
expectTypeOf<OperationInput<'timeEntries.update'>>().toEqualTypeOf<{
  friendly_id: FriendlyId;
  id: Id;
  date?: string;
  duration?: number;
  agent_id?: Id;
  billable?: boolean;
  task_id?: Id | null;
  note?: string;
}>();

// The parts that an input is made of.
expectTypeOf<OperationBody<'ciNotes.create'>>().toEqualTypeOf<{ text: string }>();
expectTypeOf<OperationBody<'tickets.get'>>().toEqualTypeOf<unknown>();
expectTypeOf<OperationInput<'account.get'>>().toEqualTypeOf<Record<string, never>>();
expectTypeOf<OperationInput<'tickets.list'>>().toEqualTypeOf<{ page?: number; per_page?: number; q?: RansackQuery }>();
expectTypeOf<OperationInput<'savedSearches.run'>>().toEqualTypeOf<{ id: Id; page?: number; per_page?: number }>();

// What a call resolves to.
type Ticket = OperationOutput<'tickets.get'>;
expectTypeOf<OperationOutput<'tickets.update'>>().toEqualTypeOf<undefined>();
expectTypeOf<OperationOutput<'cis.delete'>>().toEqualTypeOf<undefined>();
expectTypeOf<Ticket['id']>().toEqualTypeOf<Id>();
expectTypeOf<Ticket['friendly_id']>().toEqualTypeOf<FriendlyId>();
expectTypeOf<Ticket['lock_version']>().toEqualTypeOf<number>();
expectTypeOf<Ticket['closed_at']>().toEqualTypeOf<string | null | undefined>();
expectTypeOf<NonNullable<Ticket['comments']>[number]['is_public']>().toEqualTypeOf<boolean>();
expectTypeOf<NonNullable<Ticket['tasks']>[number]['id']>().toEqualTypeOf<Id>();
expectTypeOf<Ticket['something new']>().toEqualTypeOf<unknown>();
expectTypeOf<OperationOutput<'users.list'>[number]['email']>().toEqualTypeOf<string | null | undefined>();
expectTypeOf<OperationOutput<'teams.list'>[number]['name']>().toEqualTypeOf<string>();

// Of every operation: no field of its input is any or may be undefined, nothing in its answer is any.
type IsAny<T> = 0 extends 1 & T ? true : false;
type BadFields<T> = {
  [Key in keyof Required<T>]: IsAny<T[Key]> extends true ? Key : undefined extends Required<T>[Key] ? Key : never;
}[keyof T];
type BadInputs = { [One in OperationId]: [BadFields<OperationInput<One>>] extends [never] ? never : One }[OperationId];
expectTypeOf<BadInputs>().toBeNever();

/** Without the index signature by which records keep fields that are unknown. */
type Named<T> = { [Key in keyof T as string extends Key ? never : Key]-?: T[Key] };
type HoldsAny<T> =
  IsAny<T> extends true
    ? true
    : T extends string | number | boolean | null | undefined
      ? false
      : T extends readonly (infer Item)[]
        ? HoldsAny<Item>
        : true extends { [Key in keyof Named<T>]: HoldsAny<Named<T>[Key]> }[keyof Named<T>]
          ? true
          : false;
type BadOutputs = { [One in OperationId]: true extends HoldsAny<OperationOutput<One>> ? One : never }[OperationId];
expectTypeOf<BadOutputs>().toBeNever();
