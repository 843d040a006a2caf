import { getKind, type KindName, type OwnerClass } from 'bossdesk-client';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { findEvent } from '../../BossDeskTrigger/events.js';
import { operationsOfResource } from '../panel/parameters.js';

/**
 * The kind of record that the panel is set to work with; of reference data, the list that it names. A trigger's panel has
 * an event in place of a resource.
 */
export function readChosenKind(context: ILoadOptionsFunctions): KindName | undefined {
  const event = findEvent(context.getCurrentNodeParameter('event'));
  if (event !== undefined) return event.kind;
  const kinds = operationsOfResource(context.getCurrentNodeParameter('resource') as string).map(({ kind }) => kind);
  const list = context.getCurrentNodeParameter('list');
  return kinds.find((kind) => kind === list) ?? kinds[0];
}

/** Whose tags and custom fields the panel means. */
export function readChosenOwner(context: ILoadOptionsFunctions): OwnerClass | undefined {
  const kind = readChosenKind(context);
  return kind && getKind(kind).ownerClass;
}
