import { expectTypeOf } from 'expect-type';
import type { RansackQuery, RansackScalar } from '../index.js';

expectTypeOf<RansackScalar>().toEqualTypeOf<string | number | boolean>();

// The sort, the combinator and the groups have types of their own; any other name is a condition.
expectTypeOf<RansackQuery['s']>().toEqualTypeOf<string | readonly string[] | undefined>();
expectTypeOf<RansackQuery['m']>().toEqualTypeOf<'and' | 'or' | undefined>();
expectTypeOf<RansackQuery['g']>().toEqualTypeOf<readonly RansackQuery[] | undefined>();
expectTypeOf<RansackQuery['title_cont']>().toEqualTypeOf<
  RansackScalar | readonly RansackScalar[] | readonly RansackQuery[] | undefined
>();

expectTypeOf<{ last_name_eq: string; id_in: number[]; agent_id_null: boolean; s: string }>().toExtend<RansackQuery>();
expectTypeOf<{ m: 'or'; g: [{ title_cont: string }] }>().toExtend<RansackQuery>();
expectTypeOf<{ m: 'xor' }>().not.toExtend<RansackQuery>();
expectTypeOf<{ title_cont: { like: string } }>().not.toExtend<RansackQuery>();
expectTypeOf<{ title_cont: null }>().not.toExtend<RansackQuery>();
expectTypeOf<string>().not.toExtend<RansackQuery>();
