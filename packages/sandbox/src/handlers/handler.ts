import type { OperationId, OperationOutput } from 'bossdesk-client';
import type { PermittedBody } from '../rails/permitBody.js';
import type { RackParams } from '../rails/rackQuery.js';
import type { ApiKey } from '../kinds/apiKeys.js';
import type { UserRecord } from '../kinds/users.js';
import type { Searchables } from '../state/searchables.js';
import type { State } from '../state/state.js';
import type { StorageLinks } from '../storage/storageLinks.js';

/** What a request may look at and change, once it is known to be allowed. */
export interface RequestContext {
  readonly state: State;
  readonly searchables: Searchables;
  readonly storage: StorageLinks;
  readonly key: ApiKey;
  readonly user: UserRecord;
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: RackParams;
  /** Which of the orders is meant that a list can have where its sorts leave records equal; 0 is that of ids. */
  readonly tieOrder: number;
  /** The time of the request, ISO 8601 in UTC. */
  readonly now: string;
}

/**
 * Answers one operation with its body, or throws a failure. `permit` reads the request's body and may fail itself:
 * Rails looks for the record in the path first, so a handler calls it after that.
 */
export type Handler<Id extends OperationId> = (
  context: RequestContext,
  permit: () => PermittedBody<Id>,
) => OperationOutput<Id>;

/** Handlers by operation; a resource's file covers its own. */
export type Handlers<Id extends OperationId = OperationId> = { readonly [Key in Id]: Handler<Key> };
