// node scripts/checkRelease.mjs v1.2.3: whether a tag fits what would be published under it.
import { readFileSync } from 'node:fs';
import { publishedPackages } from './publishedPackages.mjs';

const [tag = ''] = process.argv.slice(2);
const version = tag.replace(/^v/, '');
const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');

const problems = publishedPackages
  .filter(({ manifest }) => manifest.version !== version)
  .map(({ manifest }) => `${manifest.name} has version ${manifest.version}, not ${version}`);
if (!changelog.includes(`\n## [${version}]`)) problems.push(`CHANGELOG.md has no section [${version}]`);

for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${tag} is ready to be published`);
process.exitCode = problems.length === 0 ? 0 : 1;
