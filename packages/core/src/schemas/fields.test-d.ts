import { expectTypeOf } from 'expect-type';
import type { FriendlyId, Id } from '../index.js';

// A plain number fits either; one that is known to be of one kind does not fit the other.
expectTypeOf<number>().toExtend<Id>();
expectTypeOf<number>().toExtend<FriendlyId>();
expectTypeOf<Id>().toExtend<number>();
expectTypeOf<FriendlyId>().toExtend<number>();
expectTypeOf<FriendlyId>().not.toExtend<Id>();
expectTypeOf<Id>().not.toExtend<FriendlyId>();
expectTypeOf<string>().not.toExtend<Id>();
expectTypeOf<undefined>().not.toExtend<Id>();
