import { isKnownType, isMimeType, jsonTypes } from './mimeTypes.js';

/** In which format Rails shows an error: its own pages exist as JSON and as HTML. */
export type ErrorFormat = 'json' | 'html';

const browserLike = /,\s*\*\/\*|\*\/\*\s*,/;

/**
 * The format of the type that is liked best, of those that Rails knows; a missing, browser-like or `*` one means HTML
 * (notes 4). Null when the header cannot be parsed (406). An extension in the path goes before the header.
 */
export function acceptedFormat(accept: string | undefined, extension: string | undefined): ErrorFormat | null {
  if (extension !== undefined) return extension === 'json' ? 'json' : 'html';
  if (accept === undefined || accept.trim() === '' || browserLike.test(accept)) return 'html';
  const types = accept.split(',').map((type) => type.trim());
  if (!types.every(isMimeType)) return null;
  const [first] = types
    .map((type) => ({ type: type.split(';')[0]?.trim().toLowerCase() ?? '', quality: qualityOf(type) }))
    .filter(({ type }) => isKnownType(type))
    .sort((a, b) => b.quality - a.quality);
  return first !== undefined && jsonTypes.has(first.type) ? 'json' : 'html';
}

const qualityOf = (type: string): number => Number(/;\s*q=([\d.]+)/.exec(type)?.[1] ?? 1);
