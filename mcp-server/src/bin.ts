#!/usr/bin/env node
import nodeModule from 'node:module';

// Hosts start a server for every window, so what was compiled once is kept (Node 22 and newer).
const compileCache: { enableCompileCache?: () => unknown; flushCompileCache?: () => void } = nodeModule;
compileCache.enableCompileCache?.();
const { runCli } = await import('./cli.js');
await runCli(process.argv);
// A host ends servers with a signal, at which Node does not write the cache by itself.
compileCache.flushCompileCache?.();
