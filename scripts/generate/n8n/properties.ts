import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { type ActionId, actionsOf } from '../../../nodes/BossDesk/panel/parameters.js';
import { operations } from '../../../packages/core/src/index.js';
import { buildPanel } from './panels.js';
import { type Resource, resources, WORDING_FILE, wordAction } from './wording.js';

/** What each resource can do: `{ ticket: ['create', 'get', …] }`, from the operations' own word on it. */
export function collectActions(): Readonly<Record<Resource, readonly string[]>> {
  const found = new Set(operations.flatMap(actionsOf));
  const verbsOf = (resource: string) =>
    [...found].filter((action) => action.startsWith(`${resource}.`)).map((action) => action.slice(resource.length + 1));
  const unknown = [...found].find((action) => !((action.split('.')[0] ?? '') in resources));
  if (unknown !== undefined) {
    throw new Error(`${WORDING_FILE}: no wording for ${unknown}; add ${unknown.split('.')[0] ?? ''} to resources`);
  }
  return Object.fromEntries(Object.keys(resources).map((resource) => [resource, verbsOf(resource)])) as Record<
    Resource,
    string[]
  >;
}

export const resourceProperty: INodeProperties = {
  displayName: 'Resource',
  name: 'resource',
  type: 'options',
  noDataExpression: true,
  options: Object.entries(resources)
    .map(([value, { name }]) => ({ name, value }))
    .sort((a, b) => a.name.localeCompare(b.name)),
  default: 'ticket',
  description: 'What to work with',
};

/** The operations of a resource and all their parameters. */
export function buildResource(resource: Resource, verbs: readonly string[]): INodeProperties[] {
  return [buildOperations(resource, verbs), ...mergeShown(resource, verbs)];
}

function buildOperations(resource: Resource, verbs: readonly string[]): INodeProperties {
  const options: INodePropertyOptions[] = verbs
    .map((value) => ({ value, ...wordAction(resource, value) }))
    .map(({ name, value, action, description }) => ({ name, value, action, description }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [resource] } },
    options,
    default: ['get', 'getAll', 'create'].find((value) => verbs.includes(value)) ?? verbs[0] ?? '',
    description: 'What to do with it',
  };
}

/**
 * Parameters that several operations have alike are one parameter, shown for all of them. Those that only a later
 * operation has go before the next one that it shares, so that each panel keeps its order.
 */
function mergeShown(resource: Resource, verbs: readonly string[]): INodeProperties[] {
  const merged: { readonly key: string; readonly operations: string[]; readonly property: INodeProperties }[] = [];
  for (const verb of verbs) {
    const action: ActionId = `${resource}.${verb}`;
    let next = merged.length;
    for (const { property, show } of [...buildPanel(action)].reverse()) {
      const key = JSON.stringify([property, show]);
      const index = merged.findIndex((one) => one.key === key);
      if (index !== -1) {
        merged[index]?.operations.push(verb);
        next = index;
        continue;
      }
      const operations = [verb];
      const shown = withDisplayOptions(property, { resource: [resource], operation: operations, ...show });
      merged.splice(next, 0, { key, operations, property: shown });
    }
  }
  return mergeParents(merged.map(({ property }) => property));
}

/** The same field of several parents is one parameter as well. */
function mergeParents(properties: readonly INodeProperties[]): INodeProperties[] {
  const merged = new Map<string, INodeProperties>();
  for (const property of properties) {
    const { parent, ...others } = property.displayOptions?.show ?? {};
    const key =
      parent === undefined
        ? JSON.stringify(property)
        : JSON.stringify([{ ...property, displayOptions: undefined }, others]);
    const known = merged.get(key)?.displayOptions?.show?.['parent'];
    if (known !== undefined && parent !== undefined) known.push(...parent);
    else merged.set(key, property);
  }
  return [...merged.values()];
}

/** Where n8n's own nodes have it: after the name and the type. */
function withDisplayOptions(
  { displayName, name, type, ...rest }: INodeProperties,
  show: Record<string, (string | boolean)[]>,
): INodeProperties {
  return { displayName, name, type, displayOptions: { show }, ...rest };
}
