import type { INodeProperties } from 'n8n-workflow';
import { type FieldParameter, fieldParametersOf } from '../../../nodes/BossDesk/panel/parameters.js';
import type { Operation } from '../../../packages/core/src/index.js';
import { buildClearing, buildField } from './fields.js';

/** A parameter and the values of others that show it. */
export interface Shown {
  readonly property: INodeProperties;
  readonly show?: Readonly<Record<string, (string | boolean)[]>>;
}

/**
 * Fields on the panel, then the collections of those that may be left out. Custom fields come last: which there are
 * depends on a category or type inside a collection, and choosing another one starts their mapping anew.
 */
export function buildFields(operation: Operation, without: readonly string[] = []): readonly Shown[] {
  const parameters = fieldParametersOf(operation).filter(({ field }) => !without.includes(field));
  const inCollection = (name: FieldParameter['collection']) =>
    parameters.filter(({ collection }) => collection === name);
  const panel = inCollection(undefined).map((parameter) => ({ property: buildField(operation, parameter) }));
  const isMapper = ({ property }: Shown) => property.type === 'resourceMapper';
  const additional = inCollection('additionalFields').map((parameter) => buildField(operation, parameter));
  const updated = inCollection('updateFields');
  const hasCustomFields = parameters.some(({ rule }) => rule.type === 'customFields');
  const update = [
    ...updated.map((parameter) => buildField(operation, parameter)),
    ...(updated.length === 0 ? [] : buildClearing(updated, hasCustomFields)),
  ];
  return [
    ...panel.filter((shown) => !isMapper(shown)),
    ...(additional.length === 0 ? [] : [{ property: buildCollection('additionalFields', additional) }]),
    ...(update.length === 0 ? [] : [{ property: buildCollection('updateFields', update) }]),
    ...panel.filter(isMapper),
  ];
}

const collections = {
  additionalFields: {
    displayName: 'Additional Fields',
    placeholder: 'Add Field',
    description: 'Fields that can be left out',
  },
  updateFields: {
    displayName: 'Update Fields',
    placeholder: 'Add Field',
    description: 'Fields to change; those that are not given stay as they are',
  },
  options: {
    displayName: 'Options',
    placeholder: 'Add Option',
    description: 'How the operation works and what it gives',
  },
} as const;

export function buildCollection(name: keyof typeof collections, options: readonly INodeProperties[]): INodeProperties {
  const { displayName, placeholder, description } = collections[name];
  return {
    displayName,
    name,
    type: 'collection',
    placeholder,
    default: {},
    description,
    options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
  };
}
