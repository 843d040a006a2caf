import { readFileSync } from 'node:fs';
import { type Setting, settings } from './settings.js';
import { toolsetNames } from './toolsets.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('the README names every variable with its flag, and every toolset', () => {
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
  const missing = Object.values<Setting<unknown>>(settings).filter(({ variable, flag }) => {
    const row = rows.find((line) => line.includes(`\`${variable}\``));
    return row === undefined || (flag !== undefined && !row.includes(`\`${flag.split(' ')[0] ?? ''}\``));
  });
  expect(missing.map(({ variable }) => variable)).toEqual([]);
  expect(toolsetNames.filter((toolset) => !readme.includes(`\`${toolset}\``))).toEqual([]);
});
