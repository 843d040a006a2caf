#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { launchSandbox } from './launchSandbox.js';
import type { SandboxOptions } from './sandbox.js';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

interface CliOptions extends Omit<SandboxOptions, 'latencyMs'> {
  latency: number;
}

await new Command('bossdesk-sandbox')
  .description('A local BOSSDesk to try things on. Prints one line of JSON when it listens: url, apiKey, storageUrl.')
  .version(manifest.version)
  .option('--port <number>', 'port of the API; 0 takes a free one', wholeNumber(65_535), 0)
  .option('--host <host>', 'address to listen on', '127.0.0.1')
  .option('--seed <number>', 'which data to make up; the same seed gives the same', wholeNumber(2 ** 32 - 1), 1)
  .option('--tickets <number>', 'how many tickets', wholeNumber(1_000_000), 200)
  .option('--cis <number>', 'how many CIs', wholeNumber(1_000_000), 80)
  .option('--users <number>', 'how many users', wholeNumber(100_000), 60)
  .option('--latency <ms>', 'milliseconds added to each answer', wholeNumber(600_000), 0)
  .option('--data <file>', 'load the state from this file when it exists, and save it there')
  .option('--control', 'answer /_control/*: reset, requests, faults, keys, clock')
  .option('--no-ui', 'no page to look at: browsers get what a desk answers')
  .action(run)
  .parseAsync();

async function run({ latency, ...options }: CliOptions): Promise<void> {
  const sandbox = await launchSandbox(
    { ...options, latencyMs: latency },
    { onRequest: ({ method, path, query, status }) => log(`${status} ${method} ${path}${query && `?${query}`}`) },
  ).catch((error: unknown) => {
    log(error instanceof Error ? error.message : String(error));
    process.exit(1);
  });
  const { url, apiKey, storageUrl } = sandbox;
  process.stdout.write(`${JSON.stringify({ url, apiKey, storageUrl })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.stop());
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

function wholeNumber(maximum: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value <= maximum)) throw new InvalidArgumentError(`Takes a whole number from 0 to ${maximum}.`);
    return value;
  };
}
