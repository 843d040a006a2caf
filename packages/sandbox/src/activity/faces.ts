/** The user agent of what a person does on the sandbox's own page. */
export const PAGE_AGENT = 'bossdesk-sandbox-page';

/** Programs that people know by another name, by the beginning of their user agent. */
const faces: readonly (readonly [beginning: string, face: string])[] = [
  [PAGE_AGENT, 'this page'],
  ['n8n', 'n8n'],
  ['bossdesk-mcp', 'assistant (MCP)'],
  ['bossdesk-client', 'a program'],
  ['Mozilla', 'a browser'],
];

/** What sent a request, in a word or two. */
export function nameFace(agent: string): string {
  const known = faces.find(([beginning]) => agent.startsWith(beginning));
  if (known !== undefined) return known[1];
  const [product = ''] = agent.split(/[/\s]/, 1);
  return product === '' ? 'unknown' : product;
}
