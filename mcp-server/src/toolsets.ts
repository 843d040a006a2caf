/** Groups of tools that are switched on together. */
export const TOOLSETS = [
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

export type Toolset = (typeof TOOLSETS)[number];

export const DEFAULT_TOOLSETS: ReadonlySet<Toolset> = new Set(['tickets', 'work', 'cmdb', 'people', 'reference']);

/** What happens to tools that remove something for good. */
export const DESTRUCTIVE_POLICIES = ['block', 'confirm', 'allow'] as const;

export type DestructivePolicy = (typeof DESTRUCTIVE_POLICIES)[number];

/** Reads a comma list of toolsets, in which `default` and `all` stand for several. */
export function readToolsets(list: string): {
  toolsets: ReadonlySet<Toolset>;
  unknown: string | undefined;
  known: readonly string[];
} {
  const groups = new Map<string, Iterable<Toolset>>([
    ...TOOLSETS.map((toolset) => [toolset, [toolset]] as const),
    ['default', DEFAULT_TOOLSETS],
    ['all', TOOLSETS],
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
