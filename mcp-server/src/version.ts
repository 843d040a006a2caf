import { readFileSync } from 'node:fs';

/** The published version; beside the bundle as beside the sources lies a package.json one folder up. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
