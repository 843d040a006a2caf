export { readCustomDay, readCustomValues } from './customValues.js';
export { type CustomField, listCustomFields, type ResolvedCustomField, unnamedField } from './customFields.js';
export { type CustomFieldGroup, groupOfCustomFields, listGroups } from './customFieldGroups.js';
export { nameCustomFields } from './nameCustomFields.js';
export { foldName, isClose, readNumber } from './match.js';
export { type Candidate, describeProblem, type NameProblem } from './problem.js';
export type { NameReader } from './reader.js';
export { type NameRequest, type Resolution, type Resolved, resolveName } from './resolve.js';
export { type ResolvedInput, resolveInput, type ResolveOptions } from './resolveInput.js';
