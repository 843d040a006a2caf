// Prints what Redocly's recommended rules say about a document, as JSON. A process of its own: the linter is an ES module,
// which jest does not load.
import { createConfig, lint } from '@redocly/openapi-core';

const config = await createConfig({ extends: ['recommended'] });
const problems = await lint({ ref: process.argv[2] ?? '', config });
console.log(JSON.stringify(problems.map(({ severity, ruleId, message }) => ({ severity, ruleId, message }))));
