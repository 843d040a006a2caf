#!/usr/bin/env node
import { flushCompiled, keepCompiled } from './compileCache.js';

keepCompiled();
const { runCli } = await import('./cli.js');
await runCli(process.argv);
flushCompiled();
