import { readFileSync, statSync } from 'node:fs';
import { attachedTo, bossDeskNodes, follow, listTriggers, nextNodes, overlaps, type Placed } from './testing/canvas.js';
import { listRecipes } from './recipes.js';
import type { WorkflowNode } from './workflow.js';

const recipes = listRecipes();
const MANUAL = 'n8n-nodes-base.manualTrigger';
const STICKY = 'n8n-nodes-base.stickyNote';
const writing = ['create', 'update', 'upsert', 'delete', 'close', 'reopen', 'addComment'];

describe.each(recipes.map((recipe) => [recipe.slug, recipe] as const))('%s', (slug, { workflow, readme, summary }) => {
  const { nodes, connections } = workflow;
  const config = nodes.find(({ name }) => name === 'Config');
  const stickies = nodes.filter(({ type }) => type === STICKY);
  const steps = nodes.filter(({ type }) => type !== STICKY);
  const ours = bossDeskNodes(workflow);
  const writers = ours.filter(({ parameters }) => writing.includes(String(parameters['operation'])));
  const settings = readSettings(config);

  it('imports as it is: readable ids, no credential, not active', () => {
    expect(workflow.id).toMatch(/^[A-Za-z0-9]+$/);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
    expect(nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
    expect(workflow).toMatchObject({ active: false, settings: { executionOrder: 'v1' } });
    expect(nodes.map(({ type }) => type.split('.')[0])).toEqual(
      expect.not.arrayContaining([
        expect.not.stringMatching(/^(n8n-nodes-base|n8n-nodes-bossdesk|@n8n\/n8n-nodes-langchain)$/),
      ]),
    );
  });

  it('starts by itself and by hand, both through Config, and every node is reached', () => {
    const triggers = listTriggers(workflow);
    expect(triggers.filter(({ type }) => type === MANUAL).map(({ name }) => name)).toEqual(['Run by hand']);
    expect(triggers.length).toBeGreaterThan(1);
    for (const { name } of triggers) expect(follow(connections, name)).toContain('Config');
    const reached = new Set(triggers.flatMap(({ name }) => [name, ...follow(connections, name)]));
    const isReached = (name: string) => [name, ...attachedTo(connections, name)].some((one) => reached.has(one));
    expect(steps.map(({ name }) => name).filter((name) => !isReached(name))).toEqual([]);
  });

  it('has every setting in Config, with a line on each in its notes', () => {
    expect(config?.type).toBe('n8n-nodes-base.set');
    expect((config?.notes ?? '').split('\n').map((line) => line.split(':')[0])).toEqual(Object.keys(settings));
    const asked = JSON.stringify(nodes).matchAll(/\$\('Config'\)\.first\(\)\.json\.(\w+)/g);
    expect([...asked].map(([, name]) => name).filter((name) => !(String(name) in settings))).toEqual([]);
  });

  it('writes nothing as it is shipped, and has a ceiling', () => {
    if (writers.length === 0) return;
    expect(settings['dryRun']).toBe(true);
    expect(settings['maxWrites']).toEqual(expect.any(Number));
    expect(JSON.stringify(steps)).toMatch(/\$\('Config'\)\.first\(\)\.json\.maxWrites/);
    const follows = "={{ $('Config').first().json.dryRun }}";
    // One that only compares is dry for good.
    const loose = writers.filter(({ parameters: { options } }) => {
      const { dryRun } = (options ?? {}) as { readonly dryRun?: unknown };
      return dryRun !== follows && dryRun !== true;
    });
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  it('lets no failed item pass in silence', () => {
    const silent = steps.filter(({ onError }) => onError === 'continueRegularOutput');
    expect(silent).toEqual([]);
    const split = steps.filter(({ onError }) => onError === 'continueErrorOutput');
    const ends = split.map(({ name }) => [name, follow(connections, name, 1)] as const);
    const stops = new Set(steps.filter(({ type }) => type === 'n8n-nodes-base.stopAndError').map(({ name }) => name));
    expect(ends.filter(([, names]) => !names.some((name) => stops.has(name)))).toEqual([]);
    for (const { name, onError } of writers) expect([name, onError]).toEqual([name, 'continueErrorOutput']);
  });

  it('loses no failed item where two nodes fail: only a merge or a stop is entered twice', () => {
    const isMet = new Set(['n8n-nodes-base.merge', 'n8n-nodes-base.stopAndError']);
    const failing = steps.filter(({ onError }) => onError === 'continueErrorOutput');
    const entered = failing.flatMap(({ name }) => nextNodes(connections, name, 1));
    const twice = entered.filter((name) => {
      const sources = steps.filter((step) => nextNodes(connections, step.name).includes(name));
      return sources.length > 1 && !isMet.has(nodes.find((node) => node.name === name)?.type ?? '');
    });
    expect(twice).toEqual([]);
  });

  it('lets no model write: what it answers is checked before a step writes it', () => {
    const tools = ours.filter(({ type }) => type.endsWith('Tool'));
    expect(writers.filter((node) => tools.includes(node))).toEqual([]);
    const choices = JSON.stringify(steps.filter((node) => !tools.includes(node))).includes('$fromAI');
    expect(choices).toBe(false);
    // A tool is bound to somebody by the workflow.
    for (const { parameters } of tools)
      expect(JSON.stringify(parameters)).toMatch(/requester_id.*\$\('[^']+'\)\.first\(\)/);
  });

  it('keeps to filters that the node checks', () => {
    expect(ours.filter(({ parameters }) => JSON.stringify(parameters).includes('onIgnoredFilter'))).toEqual([]);
  });

  it('tells a chat by one node that can be pointed anywhere', () => {
    const requests = steps.filter(({ type }) => type === 'n8n-nodes-base.httpRequest');
    expect(requests.map(({ name }) => name)).toEqual(requests.length === 0 ? [] : ['Send to Chat']);
    expect(settings['chatWebhook'] ?? '').toBe('');
  });

  it('has notes as the gallery wants them', () => {
    const [yellow, ...others] = stickies.filter(({ parameters }) => parameters['color'] === undefined);
    expect(others).toEqual([]);
    const overview = textOf(yellow);
    expect(overview).toContain('### How it works');
    expect(overview).toContain('### Setup');
    expect(countWords(overview)).toBeGreaterThanOrEqual(100);
    expect(countWords(overview)).toBeLessThanOrEqual(300);
    const left = Math.min(...steps.map(({ position }) => position[0]));
    expect(yellow?.position[0]).toBeLessThan(left);
    const sections = stickies.filter((sticky) => sticky !== yellow);
    expect(sections.length).toBeGreaterThan(0);
    for (const section of sections) {
      expect(section.parameters['color']).toBe(7);
      expect(countWords(textOf(section))).toBeLessThan(50);
    }
    expect(overlaps(nodes.map(place))).toEqual([]);
  });

  it('is called by what it does, in sentence case', () => {
    expect(workflow.name).toMatch(/^[A-Z][^.]+$/);
    expect(workflow.name.length).toBeLessThan(80);
    expect(readme.split('\n')[0]).toBe(`# ${workflow.name}`);
    // A node that is not renamed is called after its kind.
    expect(
      steps
        .map(({ name }) => name)
        .filter((name) => /^(Set|If|Filter|Merge|Edit Fields|BOSSDesk|HTTP Request)\d*$/.test(name)),
    ).toEqual([]);
  });

  it('has a small picture of its canvas, which its README shows', () => {
    expect(readme).toContain(`\n![The canvas](canvas.webp)\n`);
    const { size } = statSync(new URL(`../recipes/${slug}/canvas.webp`, import.meta.url));
    expect(size).toBeGreaterThan(5_000);
    expect(size).toBeLessThan(80_000);
  });

  it('says in its README what it is for, writes, does twice, and what can go wrong', () => {
    expect(summary.length).toBeGreaterThan(40);
    expect(readme.split('\n').filter((line) => line.startsWith('## '))).toEqual([
      '## Set up',
      '## What it writes',
      '## What a second run does',
      '## What can go wrong',
    ]);
    expect(readme.split('\n').length).toBeLessThan(60);
  });
});

it('is listed with the others, by its title', () => {
  const list = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const listed = [...list.matchAll(/^\| \[(.+?)\]\(recipes\/([a-z-]+)\/README\.md\)/gm)].map(([, title, slug]) => [
    slug,
    title,
  ]);
  expect(listed.sort()).toEqual(recipes.map(({ slug, workflow }) => [slug, workflow.name]));
});

it('has no code in more than two nodes of all recipes, and a reason beside it', () => {
  const code = recipes.flatMap(({ workflow }) => workflow.nodes.filter(({ type }) => type.endsWith('.code')));
  expect(code.length).toBeLessThanOrEqual(2);
  expect(code.filter(({ notes }) => notes === undefined)).toEqual([]);
});

function readSettings(config: WorkflowNode | undefined): Record<string, unknown> {
  const { assignments } = config?.parameters['assignments'] as { assignments: { name: string; value: unknown }[] };
  return Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
}

const textOf = (sticky: WorkflowNode | undefined): string =>
  (sticky?.parameters['content'] as string | undefined) ?? '';
const countWords = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

function place({ name, type, position: [x, y], parameters }: WorkflowNode): Placed {
  const isSticky = type === STICKY;
  const [width, height] = isSticky ? [Number(parameters['width']), Number(parameters['height'])] : [100, 100];
  return { name, x, y, width, height };
}
