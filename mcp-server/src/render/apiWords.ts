import { type BossDeskError, endSentence } from 'bossdesk-client';
import { STATUS_CODES } from 'node:http';
import { oneLine } from './text.js';

/** Words of Rails' own about a field, which no record's text is part of. */
const railsWords =
  /^(?:[\w.]{1,60} )?(?:can't be (?:blank|empty)|must (?:exist|be blank|be accepted)|is (?:invalid|reserved|not a number|not included in the list|the wrong length \([\w ]{1,40}\)|too (?:long|short) \([\w ]{1,40}\))|has already been taken|must be (?:an integer|(?:greater|less) than (?:or equal to )?[\d.]{1,20}))$/;

/** A request's id as servers make them: more could be a sentence. */
const isId = /^(?:[\da-f-]{1,40}|[a-z]{0,8}-?\d{1,20})$/i;

/**
 * A failure as the server's own words, and apart from them what the API said: it quotes names of records, and an
 * unexpected page may hold anything.
 */
export function setApart({ messages, message, status = 0 }: BossDeskError): {
  readonly head: string;
  readonly data: readonly string[];
} {
  const joined = messages.join('; ');
  const isRepeated = joined !== '' && message.includes(joined);
  if (isRepeated && messages.every((said) => railsWords.test(said))) return { head: toHead(message), data: [] };
  const own = isRepeated ? message.split(joined).join('BOSSDesk refused it, in the words below') : message;
  return {
    head: toHead(own),
    data: messages
      .filter((said) => !own.includes(said) && said !== STATUS_CODES[status])
      .map((said) => oneLine(said, 300)),
  };
}

/** The request's id, for whoever asks the desk's operator: where servers make it, else apart, for it could be a sentence. */
export function setIdApart({ requestId }: BossDeskError): { readonly head: string; readonly data: readonly string[] } {
  if (requestId === undefined) return { head: '', data: [] };
  return isId.test(requestId)
    ? { head: `(BOSSDesk request ${requestId})`, data: [] }
    : { head: '', data: [`request id: ${oneLine(requestId, 80)}`] };
}

const toHead = (message: string): string => endSentence(oneLine(message, 1000));
