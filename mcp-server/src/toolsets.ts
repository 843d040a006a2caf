/** Groups of tools that are switched on together. */
export const toolsetNames = [
  'tickets',
  'work',
  'cmdb',
  'people',
  'reference',
  'attachments',
  'people_admin',
  'end_user',
  'destructive',
] as const;

export type Toolset = (typeof toolsetNames)[number];

export const defaultToolsets: ReadonlySet<Toolset> = new Set(['tickets', 'work', 'cmdb', 'people', 'reference']);

/** What happens to tools that remove something for good. */
export const destructivePolicies = ['block', 'confirm', 'allow'] as const;

export type DestructivePolicy = (typeof destructivePolicies)[number];

/** Reads a comma list of toolsets, in which `default` and `all` stand for several. */
export function readToolsets(list: string): {
  toolsets: ReadonlySet<Toolset>;
  unknown: string | undefined;
  known: readonly string[];
} {
  const groups = new Map<string, Iterable<Toolset>>([
    ...toolsetNames.map((toolset) => [toolset, [toolset]] as const),
    ['default', defaultToolsets],
    ['all', toolsetNames],
  ]);
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    toolsets: new Set(names.flatMap((name) => [...(groups.get(name) ?? [])])),
    unknown: names.find((name) => !groups.has(name)),
    known: [...groups.keys()],
  };
}
