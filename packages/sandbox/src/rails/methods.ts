/** The methods that Rails knows (`ActionDispatch::Request::HTTP_METHODS`); any other is a 405 before all else. */
const methods: ReadonlySet<string> = new Set(
  (
    'OPTIONS GET HEAD POST PUT DELETE TRACE CONNECT PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK VERSION-CONTROL REPORT ' +
    'CHECKOUT CHECKIN UNCHECKOUT MKWORKSPACE UPDATE LABEL MERGE BASELINE-CONTROL MKACTIVITY ORDERPATCH ACL SEARCH MKCALENDAR PATCH'
  ).split(' '),
);

export const isRailsMethod = (method: string): boolean => methods.has(method);
