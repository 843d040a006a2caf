// What the MCP library takes from the platform, in place of its own file in the bundle (scripts/buildMcp.mjs): a third of what
// a host waits for would be a compiler of JSON schemas, for the one schema of a question with yes and no.
export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker';
export { default as process } from 'node:process';
