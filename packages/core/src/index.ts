export { type Client, createClient } from './client.js';
export type { IterateOptions, ListMethods, ListOptions, OperationBody, OperationInput, SliceRange } from './methods.js';
export { type CustomFieldType, customFieldTypes } from './kinds/customFieldTypes.js';
export { fieldRules } from './generated/rules.js';
export type { Attachment, AttachmentRef, UploadInput } from './files/attachments.js';
export { type HttpPermission, normalizeBaseUrl } from './wire/baseUrl.js';
export { isLoopbackHost, isPrivateHost } from './wire/privateHost.js';
export { isCertificateFault, isPlainAnswer } from './wire/tlsFaults.js';
export { checkBounds } from './input/bounds.js';
export { checkValue, describeValue } from './input/checkValue.js';
export { emptyValueOf, isClearable } from './input/clearing.js';
export { findDifferences } from './input/differences.js';
export { applySetParts, findRule, readSet, type SetPart, setPartsOf } from './input/sets.js';
export { checkTime, checkTimeText, type InputWithTimes, readTimes } from './input/readTimes.js';
export { isCalendarDate, isMoment, toUtc } from './values/dates.js';
export { type Clock, isDayWord, readDay, type ReadClock, writtenDay } from './values/times.js';
export { readYesNo } from './values/yesNo.js';
export { isZone } from './values/zones.js';
export type { CallInput, CallOptions, ClientOptions } from './send/sender.js';
export { endSentence } from './wire/sentences.js';
export { readingOf, type TextFormat, toHtml } from './values/html.js';
export { type MarkupPart, splitMarkup } from './values/markup.js';
export { readApiKey } from './values/apiKey.js';
export { createRedactor, redactError, type Redactor, type Secrets } from './values/secrets.js';
export { cutLetters, firstLetters, lettersOf, startOfText } from './values/letters.js';
export { mendText, mendTexts } from './values/text.js';
export { isPlainName, stripInvisible, toShownName } from './values/visible.js';
export * from './errors/index.js';
export type { FieldRule, FieldType, OperationRules } from './input/rules.js';
export { baseName, type FileSource } from './files/multipart.js';
export { type Ahead, createAhead } from './lists/ahead.js';
export type { Slice } from './lists/pages.js';
export { checkLimit, type ClientLimits, defaultLimits, MAX_PER_PAGE, MAX_REPLY_BYTES } from './send/limits.js';
export { createGate, type Gate } from './send/gate.js';
export { createReadMemory, type ReadMemory } from './send/readMemory.js';
export { listAskedAttributes } from './lists/askedAttributes.js';
export { describeRemark, type ListRemark, type OnRemark } from './lists/remarks.js';
export {
  parseCondition,
  type ParsedCondition,
  type PredicateName,
  allPredicates as PREDICATES,
} from './query/predicates.js';
export {
  predicateWords,
  type PredicateWord,
  readWordedCondition,
  type WordedCondition,
  type WordProblem,
  wordsOf,
  type WordTakes,
} from './query/predicateWords.js';
export { type RansackQuery, type RansackScalar } from './query/conditions.js';
export { parseRawQuery } from './query/rawQuery.js';
export { type CallPreview, previewCall } from './wire/previewCall.js';
export { writeRawQuery } from './query/wireQuery.js';
export type { AttributeType } from './query/attributes.js';
export { readAttribute } from './query/judgeRows.js';
export type { Sleep } from './send/retry.js';
export {
  type FailureReason,
  type HttpRequest,
  type HttpResponse,
  type RequestBodyStream,
  type Transport,
  TransportFailure,
  type TransportFailureDetails,
  wrapTransport,
} from './wire/transport.js';
export type { Row } from './values/json.js';
export * from './operations/index.js';
export * from './names/index.js';
export * from './kinds/index.js';
export { describeTarget, parameterName, type PathParameter, pathParametersOf } from './kinds/parameters.js';
export { combineQueries } from './query/combine.js';
export { fullNameOf, nameOfPerson } from './values/person.js';
export { isRecord, parseJson } from './values/json.js';
export { readJsonList, readList } from './values/list.js';
export { isNone } from './values/none.js';
export { isNothing } from './values/nothing.js';
export type { OperationOutput } from './schemas/outputs.js';
export type { FieldFormat, FieldMeta, FriendlyId, Id } from './schemas/fields.js';
