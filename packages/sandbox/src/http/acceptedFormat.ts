/** In which format Rails shows an error: its own pages exist as JSON and as HTML. */
export type ErrorFormat = 'json' | 'html';

const browserLike = /,\s*\*\/\*|\*\/\*\s*,/;
const mimeType = /^(?:\*\/\*|[\w!#$&^.+-]+\/(?:\*|[\w!#$&^.+-]+))(?:\s*;\s*[\w-]+=(?:"[^"]*"|[^\s;]+))*\s*$/;

/**
 * The format of the first accepted type; a missing, browser-like or `*` one means HTML (notes 4). Null when the
 * header cannot be parsed (406). An extension in the path goes before the header.
 */
export function acceptedFormat(accept: string | undefined, extension: string | undefined): ErrorFormat | null {
  if (extension !== undefined) return extension === 'json' ? 'json' : 'html';
  if (accept === undefined || accept.trim() === '' || browserLike.test(accept)) return 'html';
  const types = accept.split(',').map((type) => type.trim());
  if (!types.every((type) => mimeType.test(type))) return null;
  return types[0]?.split(';')[0]?.trim() === 'application/json' ? 'json' : 'html';
}
