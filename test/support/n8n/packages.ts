import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { DirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeTypes } from 'n8n-workflow';
import { nodePackageFolder } from '../bundles.js';
import { n8nCore, n8nWorkflow } from './modules.js';

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

async function load(): Promise<LoadedPackages> {
  const ours = new n8nCore.PackageDirectoryLoader(nodePackageFolder);
  const base = new n8nCore.LazyPackageDirectoryLoader(dirname(require.resolve('n8n-nodes-base/package.json')));
  await Promise.all([ours.loadAll(), base.loadAll()]);

  const loaders = new Map<string, DirectoryLoader>([ours, base].map((loader) => [loader.packageName, loader]));
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
