import type { RecordedRequest } from 'bossdesk-sandbox';

/** Whether the trigger sent a request to ask what is new. */
export const isPoll = ({ path, query }: RecordedRequest) => path.endsWith('/tickets') && /gteq|desc/.test(query);

/** A poll that begins asks for the newest first. */
export const goesOn = ({ query }: RecordedRequest) => !query.includes('desc');

/** Whether two polls that go on have been there. */
export const haveGoneOn = (polls: readonly RecordedRequest[]) => polls.length >= 2 && polls.slice(-2).every(goesOn);
