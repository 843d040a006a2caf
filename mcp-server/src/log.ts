import type { Redactor } from 'bossdesk-client';

/** Words for the operator. They go to stderr: stdout belongs to the protocol. No argument, answer or secret is logged. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

export function createLog(redact: Redactor = (text) => text): Log {
  const write = (level: string) => (message: string) => {
    process.stderr.write(`${new Date().toISOString()} ${level} ${redact(message)}\n`);
  };
  return { info: write('info'), warn: write('warn') };
}
