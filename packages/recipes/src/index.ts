export { listRecipes, type Recipe } from './recipes.js';
export { type CredentialChoice, withCredential } from './withCredential.js';
export type { Workflow, WorkflowNode } from './workflow.js';
