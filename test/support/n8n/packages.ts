import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { DirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeTypes } from 'n8n-workflow';
import { nodePackageFolder } from '../bundles.js';
import { makeOnce, n8nCore, n8nWorkflow } from './modules.js';
import type { SourcePackage } from './sources.js';

const require = createRequire(import.meta.url);

export interface LoadedPackages {
  readonly nodeTypes: INodeTypes;
  readonly getCredentialType: (name: string) => ICredentialType;
}

let loading: Promise<LoadedPackages> | undefined;

/** Loads our package as built and n8n's own nodes, with n8n's loaders; once per process. */
export function loadPackages(): Promise<LoadedPackages> {
  loading ??= load();
  return loading;
}

type Loaded = Pick<DirectoryLoader, 'getNode' | 'getCredential'> | SourcePackage;

async function loadOurs() {
  if (process.env['BOSSDESK_TEST_SOURCES'] === '1') return (await import('./sources.js')).loadSources();
  const built = new n8nCore.PackageDirectoryLoader(nodePackageFolder);
  await built.loadAll();
  return built;
}

async function loadBase() {
  const base = new n8nCore.LazyPackageDirectoryLoader(dirname(require.resolve('n8n-nodes-base/package.json')));
  await base.loadAll();
  return base;
}

async function load(): Promise<LoadedPackages> {
  const [ours, base] = await Promise.all([loadOurs(), makeOnce('n8n-nodes-base', loadBase)]);

  const loaders = new Map<string, Loaded>([ours, base].map((loader) => [loader.packageName, loader]));
  const getNodeClass = (type: string) => {
    const [packageName = '', name = ''] = type.split('.');
    const loader = loaders.get(packageName);
    if (loader === undefined) throw new Error(`No package ${packageName} is loaded, which node type ${type} names.`);
    return loader.getNode(name).type;
  };
  return {
    nodeTypes: {
      getByName: getNodeClass,
      getByNameAndVersion: (type, version) => n8nWorkflow.NodeHelpers.getVersionedNodeType(getNodeClass(type), version),
      getKnownTypes: () => ({}),
    },
    getCredentialType: (name) => ours.getCredential(name).type,
  };
}
