import nodeModule from 'node:module';

// Hosts start a server for every window, so what was compiled once is kept (Node 22 and newer).
const cache: { enableCompileCache?: () => unknown; flushCompileCache?: () => void } = nodeModule;

export function keepCompiled(): void {
  cache.enableCompileCache?.();
}

/** A host ends servers with a signal, at which Node does not write the cache by itself. */
export function flushCompiled(): void {
  cache.flushCompileCache?.();
}
