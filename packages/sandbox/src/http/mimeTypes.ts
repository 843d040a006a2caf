const NAME = String.raw`[a-z0-9][\w!#$&^.+-]{0,126}`;
const PARAMETER = String.raw`\s*;\s*[\w-]+(?:=(?:"[^"]*"|[^\s;]+))?`;
const mimeType = new RegExp(String.raw`^(?:\*/\*|${NAME}/(?:\*|${NAME}))(?:${PARAMETER})*\s*$`, 'i');

/** `Mime::Type::MIME_REGEXP`: Rails answers 406 to what does not match it. */
export const isMimeType = (text: string): boolean => mimeType.test(text);

/** The names under which Rails knows JSON. */
export const jsonTypes: ReadonlySet<string> = new Set(['application/json', 'text/x-json', 'application/jsonrequest']);

/** Other types that Rails has a format for; what it does not know is left out of what is accepted. */
const otherTypes =
  /^(?:\*\/\*|text\/(?:\*|html|plain|javascript|css|calendar|csv|vcard|vtt|xml|yaml|x-yaml)|image\/.*|video\/.*|audio\/.*|font\/.*|application\/(?:\*|xhtml\+xml|javascript|x-javascript|xml|x-xml|rss\+xml|atom\+xml|x-yaml|pdf|zip|x-gzip|gzip|x-www-form-urlencoded))$/;

export const isKnownType = (type: string): boolean => jsonTypes.has(type) || otherTypes.test(type);
