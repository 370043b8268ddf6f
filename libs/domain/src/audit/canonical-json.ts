/** What cannot stand in a canonical text, with the place where it was found (`payload.scores[3]`). */
export class CanonicalJsonError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${reason} (at ${path === '' ? 'the root' : path})`);
    this.name = 'CanonicalJsonError';
  }
}

/** Deeper nesting is refused instead of exhausting the stack; no event comes near it. */
const MAX_DEPTH = 200;

function hasLoneSurrogate(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code >= 0xd800 && code <= 0xdfff) return true;
  }
  return false;
}

function writeString(text: string, path: string): string {
  if (hasLoneSurrogate(text)) throw new CanonicalJsonError(path, 'A lone surrogate is no text');
  return JSON.stringify(text);
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object's prototype is the end of its chain, whichever realm it comes from.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function writeArray(values: readonly unknown[], path: string, ancestors: readonly object[]): string {
  const parts: string[] = [];
  // By index, so that a hole is seen as undefined and refused.
  for (let index = 0; index < values.length; index++) parts.push(write(values[index], `${path}[${index}]`, ancestors));
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, path: string, ancestors: readonly object[]): string {
  if (!isPlainObject(value)) throw new CanonicalJsonError(path, 'Only plain objects and arrays have a canonical form');
  if (Object.getOwnPropertySymbols(value).length > 0) throw new CanonicalJsonError(path, 'A symbol is no key');
  // The default order of sort() is by UTF-16 code units, which is what RFC 8785, 3.2.3, asks for.
  const keys = Object.keys(value).sort();
  const parts = keys.map((key) => {
    const place = path === '' ? key : `${path}.${key}`;
    return `${writeString(key, place)}:${write(value[key], place, ancestors)}`;
  });
  return `{${parts.join(',')}}`;
}

function write(value: unknown, path: string, ancestors: readonly object[]): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'string':
      return writeString(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new CanonicalJsonError(path, `${String(value)} is no JSON number`);
      // JSON.stringify writes numbers as ECMAScript does, and −0 as 0: RFC 8785, 3.2.2.3.
      return JSON.stringify(value);
    case 'object': {
      if (ancestors.includes(value)) throw new CanonicalJsonError(path, 'The value contains itself');
      if (ancestors.length >= MAX_DEPTH) throw new CanonicalJsonError(path, 'The value is nested too deeply');
      const chain = [...ancestors, value];
      return Array.isArray(value) ? writeArray(value, path, chain) : writeObject(value, path, chain);
    }
    default:
      throw new CanonicalJsonError(path, `${typeof value} has no JSON form`);
  }
}

/**
 * The canonical JSON text of a value: keys sorted by UTF-16 code units, no white space, numbers as ECMAScript writes
 * them, no Unicode normalisation; its UTF-8 bytes are what is hashed. Source: RFC 8785 (JCS), I-JSON (RFC 7493).
 * Throws CanonicalJsonError for NaN, infinities, undefined (also as a member), functions, symbols, big integers, lone
 * surrogates, cycles and objects that are no plain ones (a Date has to be written as a text first).
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', []);
}

/**
 * Reads a text that must already be canonical. Throws CanonicalJsonError for anything else, duplicate keys, white space
 * and another order of keys included: two texts that differ never pass for the same event.
 */
export function parseCanonicalJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CanonicalJsonError('', 'The text is no JSON');
  }
  if (canonicalJson(value) !== text)
    throw new CanonicalJsonError('', 'The text is JSON, but not in its canonical form');
  return value;
}
