// What reading a set-up takes, without the client: for programs whose start somebody waits for.
export { InvalidUrlError } from './errors/index.js';
export { isClose } from './names/match.js';
export { checkLimit, type ClientLimits, defaultLimits } from './send/limits.js';
export { readApiKey } from './values/apiKey.js';
export { createRedactor, type Redactor } from './values/secrets.js';
export { normalizeBaseUrl } from './wire/baseUrl.js';
