import { lookupTimes } from '../seed/lookupTimes.js';
import { id, time, wholeText } from './values.js';

/** What all reference data has. */
export const lookupFields = {
  id: id(),
  name: wholeText(),
  created_at: time(lookupTimes.created_at),
  updated_at: time(lookupTimes.updated_at),
};
