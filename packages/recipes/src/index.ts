export { listRecipes, type Recipe } from './recipes.js';
export { type CredentialChoice, withCredential } from './withCredential.js';
export type { Workflow, WorkflowNode } from './workflow.js';
export { readTriageCases, type TriageAnswer, type TriageCase } from './evaluation/cases.js';
export { type Judged, wordScore } from './evaluation/score.js';
