import type { KindName } from '../kinds/kinds.js';
import type { OperationId } from '../operations/index.js';
import type { RansackQuery } from '../query/conditions.js';
import type { Row } from '../values/json.js';

/** Reads what names are looked up in. Who reads, and how long it is remembered, is the face's business. */
export interface NameReader {
  /** All records of a kind whose list comes whole. */
  all(kind: KindName): Promise<readonly Row[]>;
  /** Records of a kind whose list comes in pages: those that a query finds, up to a limit. */
  find(kind: KindName, q: RansackQuery, limit: number): Promise<readonly Row[]>;
  /** The one record that an operation reads; undefined where there is none. */
  read?(operation: OperationId, input: Row): Promise<Row | undefined>;
  /**
   * Forgets what it remembers of a kind, since something may have been added. Answers whether any of what it told was
   * remembered, so that asking again can tell something new.
   */
  again?(kind: KindName): boolean;
}
