import { getKind, type KindName, type OwnerClass } from 'bossdesk-client';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { operationsOfResource } from '../panel/parameters.js';

/** The kind of record that the panel is set to work with; of reference data, the list that it names. */
export function readChosenKind(context: ILoadOptionsFunctions): KindName | undefined {
  const kinds = operationsOfResource(context.getCurrentNodeParameter('resource') as string).map(({ kind }) => kind);
  const list = context.getCurrentNodeParameter('list');
  return kinds.find((kind) => kind === list) ?? kinds[0];
}

/** Whose tags and custom fields the panel means. */
export function readChosenOwner(context: ILoadOptionsFunctions): OwnerClass | undefined {
  const kind = readChosenKind(context);
  return kind && getKind(kind).ownerClass;
}
