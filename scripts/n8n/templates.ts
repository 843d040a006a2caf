import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listRecipes, type Recipe, type WorkflowNode } from 'bossdesk-recipes';
import { fastify, type FastifyInstance } from 'fastify';
import { REPOSITORY_ROOT } from '../repositoryRoot.js';
import { SESSION_COOKIE } from './session.js';

/** What the server beside n8n hands out. */
export interface Library {
  /** Where n8n is. */
  readonly n8n: string;
  /** Part of the address that signs a browser in, which nobody else knows. */
  readonly entrance: string;
  /** The cookie that does. */
  readonly session: string;
}

/**
 * Serves the recipes as n8n's Templates view asks for them, and an address that signs a browser in to n8n: cookies of a
 * host are those of all its ports.
 */
export function createTemplateServer(library: () => Library): FastifyInstance {
  const server = fastify();
  const recipes = listRecipes();
  // The editor asks from another port, with its cookies.
  server.addHook('onRequest', async ({ headers }, reply) => {
    reply.header('access-control-allow-origin', library().n8n);
    reply.header('access-control-allow-credentials', 'true');
    reply.header('access-control-allow-headers', headers['access-control-request-headers'] ?? '');
  });
  server.options('*', async (_request, reply) => reply.code(204).send());

  server.get('/health', async () => ({ status: 'OK' }));
  server.get('/templates/categories', async () => ({ categories: [] }));
  server.get('/templates/collections', async () => ({ collections: [] }));
  server.get<{ Querystring: { search?: string } }>('/templates/search', async ({ query }) => {
    const found = recipes.filter((recipe) => matches(recipe, query.search ?? ''));
    return { totalWorkflows: found.length, workflows: found.map(describe), filters: [] };
  });
  server.get<{ Params: { id: string } }>('/templates/workflows/:id', async ({ params }, reply) => {
    const recipe = findRecipe(recipes, params.id);
    return recipe === undefined
      ? reply.code(404).send({ message: 'There is no such recipe' })
      : { workflow: { ...describe(recipe), description: withoutPictures(recipe.readme), workflow: recipe.workflow } };
  });
  server.get<{ Params: { id: string } }>('/workflows/templates/:id', async ({ params }, reply) => {
    const recipe = findRecipe(recipes, params.id);
    return recipe === undefined
      ? reply.code(404).send({ message: 'There is no such recipe' })
      : { id: numberOf(recipes, recipe), name: recipe.workflow.name, workflow: recipe.workflow };
  });
  server.get<{ Params: { entrance: string } }>('/open/:entrance', async ({ params }, reply) => {
    const { entrance, session, n8n } = library();
    if (params.entrance !== entrance) return reply.code(404).send({ message: 'Not an address of this run' });
    reply.header('set-cookie', `${SESSION_COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax`);
    return reply.redirect(`${n8n}/home/workflows`);
  });
  return server;

  function describe(recipe: Recipe): object {
    return {
      id: numberOf(recipes, recipe),
      name: recipe.workflow.name,
      description: recipe.summary,
      totalViews: 0,
      createdAt: '2026-11-01T00:00:00.000Z',
      user: { username: 'BOSSDesk automation' },
      nodes: describeNodes(recipe),
      image: [],
      categories: [],
      workflowInfo: null,
    };
  }
}

/** Pictures lie beside the README, which n8n does not know; it draws the canvas itself. */
const withoutPictures = (readme: string): string => readme.replace(/^!\[.*\]\(.*\)\n+/gm, '');

const numberOf = (recipes: readonly Recipe[], recipe: Recipe): number => recipes.indexOf(recipe) + 1;
const findRecipe = (recipes: readonly Recipe[], id: string): Recipe | undefined => recipes[Number(id) - 1];

function matches({ workflow, summary }: Recipe, search: string): boolean {
  const text = `${workflow.name} ${summary}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Each kind of node once, as the view shows them beside a title. */
function describeNodes({ workflow }: Recipe): object[] {
  const kinds = new Map(
    workflow.nodes.filter(({ type }) => !type.endsWith('.stickyNote')).map((node) => [node.type, node]),
  );
  return [...kinds.values()].map((node, index) => ({
    id: index + 1,
    name: node.type,
    displayName: displayName(node),
    defaults: { name: displayName(node) },
    typeVersion: node.typeVersion,
    icon: node.type.startsWith('n8n-nodes-bossdesk.') ? 'file:bossdesk.svg' : 'fa:circle',
    iconData: node.type.startsWith('n8n-nodes-bossdesk.')
      ? { type: 'file', fileBuffer: readIcon() }
      : { type: 'icon', icon: 'circle' },
    categories: [],
  }));
}

function displayName({ type, name }: WorkflowNode): string {
  return (
    {
      'n8n-nodes-bossdesk.bossDesk': 'BOSSDesk',
      'n8n-nodes-bossdesk.bossDeskTool': 'BOSSDesk Tool',
      'n8n-nodes-bossdesk.bossDeskTrigger': 'BOSSDesk Trigger',
    }[type] ?? name
  );
}

function readIcon(): string {
  const svg = readFileSync(join(REPOSITORY_ROOT, 'icons/bossdesk.svg')).toString('base64');
  return `data:image/svg+xml;base64,${svg}`;
}
