import { fieldRules } from '../../packages/core/src/generated/rules.js';
import type { FieldRule } from '../../packages/core/src/input/rules.js';
import { getKind } from '../../packages/core/src/kinds/index.js';
import { type AnyOperation, type Operation, operations } from '../../packages/core/src/operations/index.js';
import { type Generator, GENERATED_NOTICE } from './generator.js';

const FOLDER = 'packages/core/src/generated';

/** `inputs.ts`: what each call takes, with the words that an editor shows for each field. */
const inputsGenerator: Generator = {
  path: `${FOLDER}/inputs.ts`,
  render: () => `${GENERATED_NOTICE}
import type { RansackQuery } from '../query/conditions.js';
import type { FriendlyId, Id } from '../schemas/fields.js';

/** The value of a custom field; which of them a field takes follows from its type (notes 5.18). */
export type CustomFieldValue = string | number | boolean | null | readonly (string | number)[];

${operations.filter(takesInput).map(renderInput).join('\n\n')}

/** What each operation takes, by its id. */
export interface Inputs {
${operations.map((one) => `readonly '${one.id}': ${takesInput(one) ? nameOfInput(one) : 'Record<string, never>'};`).join('\n')}
}
`,
};

const takesInput = ({ id }: AnyOperation): boolean => Object.keys(fieldRules[id].fields).length > 0;

/** `tickets.update` takes a `TicketsUpdateInput`. */
const nameOfInput = ({ id }: Operation): string => `${id.split('.').map(capitalize).join('')}Input`;

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function renderInput(operation: AnyOperation): string {
  const fields = Object.entries(fieldRules[operation.id].fields).map(
    ([name, rule]) => `${comment(describeField(rule))}\n${name}${rule.required === true ? '' : '?'}: ${typeOf(rule)};`,
  );
  return `${comment(`What \`client.${operation.id}\` takes.`)}
export interface ${nameOfInput(operation)} {
${fields.join('\n')}
}`;
}

function describeField({ label, description, references, nullable }: FieldRule): string {
  const ofRecord = references === undefined ? '' : ` (${getKind(references).noun})`;
  const emptied = nullable === true ? '; null empties it' : '';
  return `${label}${ofRecord}${description === undefined ? '' : `: ${description}`}${emptied}.`;
}

function typeOf(rule: FieldRule): string {
  return `${bareTypeOf(rule)}${rule.nullable === true ? ' | null' : ''}`;
}

function bareTypeOf({ type, kind }: FieldRule): string {
  switch (type) {
    case 'integer':
      return kind === 'id' ? 'Id' : kind === 'friendly_id' ? 'FriendlyId' : 'number';
    case 'integers':
      return 'Id[]';
    case 'customFields':
      return 'Record<string, CustomFieldValue>';
    case 'ransack':
      return 'RansackQuery';
    default:
      return type;
  }
}

/** `resources.ts`: the method tree of the client, with what each method does. */
const resourcesGenerator: Generator = {
  path: `${FOLDER}/resources.ts`,
  render: () => {
    const names = [...new Set(operations.map(({ id }) => id.split('.')[0] ?? ''))];
    return `${GENERATED_NOTICE}
import type { Method } from '../methods.js';

/** The client's methods by resource: \`client.tickets.update\`. */
export interface Resources {
${names
  .map(
    (name) =>
      `readonly ${name}: {\n${operations
        .filter(({ id }) => id.startsWith(`${name}.`))
        .map(renderMethod)
        .join('\n')}\n};`,
  )
  .join('\n')}
}
`;
  },
};

function renderMethod(operation: Operation): string {
  return `${comment(describeMethod(operation))}\nreadonly ${operation.id.split('.')[1] ?? ''}: Method<'${operation.id}'>;`;
}

const answers = { record: 'the record', list: 'a list of records', none: 'nothing (204)' } as const;

function describeMethod({ title, method, path, doc, success, paginated, searchable, lock }: Operation): string {
  return [
    `${title}: \`${method} ${path}\` (doc L${doc.join('-')}). Answers ${answers[success.body]}.`,
    ...(paginated === true ? ['A call answers one page; `items`, `pages` and `slice` walk over all of them.'] : []),
    ...(searchable === true ? ['`q` takes Ransack conditions.'] : []),
    ...(lock === undefined ? [] : [`With \`${lock}\`, a change made in between is a ConflictError.`]),
  ].join(' ');
}

/** A docstring; prettier does not break its lines, so they are broken here. */
function comment(text: string): string {
  const lines = text
    .replaceAll('*/', '*\\/')
    .split(' ')
    .reduce<string[]>((all, word) => {
      const last = all.at(-1);
      if (last !== undefined && `${last} ${word}`.length <= 105) all[all.length - 1] = `${last} ${word}`;
      else all.push(word);
      return all;
    }, []);
  return lines.length === 1 ? `/** ${lines[0] ?? ''} */` : `/**\n${lines.map((line) => ` * ${line}`).join('\n')}\n */`;
}

/** Types of core that no compiler can derive with their docstrings. */
export const clientTypeGenerators: readonly Generator[] = [inputsGenerator, resourcesGenerator];
