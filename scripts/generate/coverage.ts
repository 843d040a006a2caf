import { type Face, type Operation, operations } from '../../packages/core/src/operations/index.js';
import { handlers } from '../../packages/sandbox/src/handlers/index.js';
import type { Generator } from './generator.js';

/** `docs/coverage.md`: where each documented route can be reached. */
export const coverageGenerator: Generator = {
  path: 'docs/coverage.md',
  render: () => `# Coverage

Written by \`pnpm generate\` out of \`packages/core/src/operations\`; edits are lost. Tests in \`test/contract/parity.test.ts\`
hold it against the client, the built node, the listed tools and the sandbox.

${summarize()}

\`client\` is what \`createClient\` of \`bossdesk-client\` answers; the routes of attachments are also behind
\`client.attachments.get\`, \`download\` and \`upload\`. L is the route's line in the API doc.

| Route | Doc | Client | n8n | MCP | Sandbox |
| --- | --- | --- | --- | --- | --- |
${operations.map(renderRow).join('\n')}

${renderExclusions()}
`,
};

function summarize(): string {
  const count = (face: 'n8n' | 'mcp') => operations.filter(({ faces }: Operation) => isNamed(faces[face])).length;
  return `${operations.length} routes: ${operations.length} in the client and the sandbox, ${count('n8n')} as operations of the n8n node, ${count('mcp')} behind MCP tools. The others say what is there instead.`;
}

const isNamed = (face: Face): face is string | readonly string[] => typeof face === 'string' || Array.isArray(face);

function renderRow({ id, method, path, routeLine, faces }: Operation): string {
  return `| \`${method} ${path}\` | L${routeLine} | \`client.${id}\` | ${renderFace(faces.n8n)} | ${renderFace(faces.mcp)} | ${id in handlers ? 'yes' : 'no'} |`;
}

function renderFace(face: Face): string {
  if (isNamed(face))
    return [face]
      .flat()
      .map((name) => `\`${name}\``)
      .join(', ');
  return 'via' in face ? face.via : 'no';
}

/** Routes on no face, each with its reason. */
function renderExclusions(): string {
  const excluded = operations.flatMap(({ method, path, faces }: Operation) =>
    Object.entries(faces).flatMap(([name, face]: [string, Face]) =>
      !isNamed(face) && 'none' in face ? [`- \`${method} ${path}\` is not in ${name}: ${face.none}`] : [],
    ),
  );
  return excluded.length === 0 ? 'No route is left out.' : excluded.join('\n');
}
