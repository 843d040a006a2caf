import type { INodeProperties } from 'n8n-workflow';
import { fieldParametersOf } from '../../../nodes/BossDesk/panel/parameters.js';
import { getOperation } from '../../../packages/core/src/index.js';
import { buildCollection, type Shown } from './collections.js';
import { buildField } from './fields.js';

const adding = getOperation('tickets.addComment');

/** The fields of a comment that goes with closing a ticket: it can be left out. */
const fields = fieldParametersOf(adding)
  .filter(({ rule }) => rule.in === 'body')
  .map((parameter) => withoutRequired(buildField(adding, parameter)))
  .map((field) =>
    field.name === 'body'
      ? {
          ...field,
          displayName: 'Comment',
          name: 'comment',
          description: `Added before the ticket is closed. If closing then fails, the error says that the comment is there. ${field.description ?? ''}`,
        }
      : field,
  );

function withoutRequired(property: INodeProperties): INodeProperties {
  const optional = { ...property };
  delete optional.required;
  return optional;
}

export const closingComment: Shown = {
  property: buildCollection('additionalFields', fields),
};
