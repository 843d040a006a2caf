import type { AnyOperation } from 'bossdesk-client';
import { HttpFailure } from '../rails/failures.js';
import type { ApiKey } from '../kinds/apiKeys.js';

/** Refuses with 402 what the plan does not hold (doc L24), with 403 what the key may not do (doc L25). */
export function authorize(key: ApiKey, operation: AnyOperation): void {
  const [resource = ''] = operation.path.slice(1).split('/');
  const isCmdb = resource === 'cis' || resource.startsWith('ci_');
  if (!key.plan.api || (isCmdb && !key.plan.cmdb)) throw new HttpFailure(402, 'Payment required');

  if (!governedResources.has(resource)) return;
  const allowed = Object.hasOwn(key.permissions, resource) ? (key.permissions[resource] ?? []) : [];
  if (!allowed.includes('manage') && !allowed.includes(verbOf(operation))) throw new HttpFailure(403, 'Forbidden');
}

/** Everybody with a key reads the account, reference data and saved searches, and uses `/my`. */
const governedResources = new Set(['cis', 'tickets', 'users']);

/** What lies inside a record (comments, tasks, notes, …) is shown and changed with it. */
function verbOf({ method, path }: AnyOperation): 'index' | 'show' | 'create' | 'update' | 'destroy' {
  const [, ...below] = path.slice(1).split('/');
  if (method === 'GET') return below.length === 0 ? 'index' : 'show';
  if (below.length === 0) return 'create';
  return method === 'DELETE' && below.length === 1 ? 'destroy' : 'update';
}
