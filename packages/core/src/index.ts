export { type Client, createClient, type ListMethods } from './client.js';
export { type CustomFieldType, customFieldTypes } from './customFieldTypes.js';
export { fieldRules } from './generated/fieldRules.js';
export type { Attachment, AttachmentRef, UploadInput } from './http/attachments.js';
export { isSafeFileUrl, normalizeBaseUrl } from './http/baseUrl.js';
export { checkInput } from './http/checkInput.js';
export { checkValue } from './http/checkValue.js';
export { isCalendarDate, isMoment, toUtc } from './http/dates.js';
export type { CallInput, CallOptions, ClientOptions } from './http/dispatch.js';
export { decodeResponse } from './http/decode.js';
export { type EncodedRequest, encodeRequest } from './http/encode.js';
export { toHtml } from './html.js';
export * from './http/errors/index.js';
export type { FieldRule, FieldType, OperationRules } from './http/fieldRule.js';
export { baseName, type FileSource } from './http/multipart.js';
export { MAX_PER_PAGE, type Slice } from './http/paginate.js';
export { parseCondition, type ParsedCondition, type PredicateName, PREDICATES } from './http/ransack/predicates.js';
export { type RansackQuery, type RansackScalar } from './http/ransack/query.js';
export { parseRawQuery } from './http/ransack/rawQuery.js';
export type { Sleep } from './http/retry.js';
export {
  type HttpRequest,
  type HttpResponse,
  type RequestBodyStream,
  type Transport,
  TransportFailure,
  type TransportFailureDetails,
} from './http/transport.js';
export type { Row } from './http/verifyFilters.js';
export * from './operations/index.js';
export type { OperationBody, OperationInput, OperationOutput, OperationParams } from './registry.js';
export type { FieldFormat, FieldMeta, FriendlyId, Id, Reference } from './schemas/fields.js';
