import type { HttpResponse } from './transport.js';

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110); anything else counts as absent. */
export function readRetryAfter(response: HttpResponse): number | undefined {
  const value = response.headers['retry-after']?.trim();
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = /^[A-Z][a-z]{2}, /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
