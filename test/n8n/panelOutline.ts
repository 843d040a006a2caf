import type {
  IDisplayOptions,
  INodeProperties,
  INodePropertyCollection,
  INodePropertyMode,
  INodePropertyOptions,
} from 'n8n-workflow';

type Choice = INodePropertyOptions | INodeProperties | INodePropertyCollection;

/** Parameters as a person meets them on the panel, top to bottom; what has no place of its own follows as JSON. */
export function outlineProperties(properties: readonly INodeProperties[], level = 0): string[] {
  return properties.flatMap((property) => indent(outlineProperty(property), level));
}

function outlineProperty(property: INodeProperties): string[] {
  const { displayName, name, type, default: initial, required, displayOptions, description, ...others } = property;
  const { options = [], modes = [], ...rest } = others;
  const facts = [type, required === true ? 'required' : undefined, `default ${JSON.stringify(initial)}`];
  return [
    `${displayName} (${name}): ${facts.filter((fact) => fact !== undefined).join(', ')}`,
    ...indent([
      ...lines(description),
      ...outlineConditions(displayOptions),
      ...outlineRest(rest),
      ...modes.flatMap(outlineMode),
      ...options.flatMap(outlineChoice),
    ]),
  ];
}

function outlineChoice(choice: Choice): string[] {
  if ('values' in choice) {
    const { displayName, name, values, ...rest } = choice;
    return [`${displayName} (${name}), each with:`, ...indent([...outlineRest(rest), ...outlineProperties(values)])];
  }
  if ('type' in choice) return outlineProperty(choice);
  const { name, value, description, ...rest } = choice;
  const said = description === undefined ? '' : `: ${description}`;
  return [`- ${name} (${String(value)})${said}`, ...indent(outlineRest(rest))];
}

function outlineMode({ displayName, name, type, ...rest }: INodePropertyMode): string[] {
  return [`by ${displayName} (${name}): ${type}`, ...indent(outlineRest(rest))];
}

/** Resource and operation are told by where a parameter stands. */
function outlineConditions({ show = {}, ...rest }: IDisplayOptions = {}): string[] {
  const others = Object.entries(show).filter(([name]) => name !== 'resource' && name !== 'operation');
  return [...others.map(([name, values]) => `shown when ${name} is ${JSON.stringify(values)}`), ...outlineRest(rest)];
}

/** Whatever else there is, a line each. */
export function outlineRest(rest: object): string[] {
  return Object.entries(rest).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key} ${JSON.stringify(value)}`],
  );
}

const lines = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

const indent = (outline: readonly string[], level = 1): string[] =>
  outline.map((line) => `${'  '.repeat(level)}${line}`);
