import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromHex, toHex, utf8 } from './bytes.js';
import { CanonicalJsonError, canonicalJson, parseCanonicalJson } from './canonical-json.js';

interface Vector {
  name: string;
  input: string;
  expected: string;
  expected_hex: string;
}
const reference = JSON.parse(readFileSync(new URL('../../test-data/canonical-json.json', import.meta.url), 'utf8')) as {
  vectors: Vector[];
};

describe('canonical JSON (RFC 8785)', () => {
  it.each(reference.vectors)('writes the published vector "$name"', ({ input, expected, expected_hex }) => {
    const text = canonicalJson(JSON.parse(input));
    expect(text).toBe(expected);
    expect(toHex(utf8(text))).toBe(expected_hex);
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [1e21, '1e+21'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [0.000001, '0.000001'],
    [1e-7, '1e-7'],
    [333333333.3333332, '333333333.3333332'],
    [-0.0000033333333333333333, '-0.0000033333333333333333'],
    [1424953923781206.2, '1424953923781206.2'],
  ])('writes the number %p as ECMAScript does', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it('sorts keys by UTF-16 code units, not by code points', () => {
    const keys = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('escapes control characters in the short form and leaves everything else alone', () => {
    expect(canonicalJson('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    // A letter with a combining mark stays two characters.
    expect(canonicalJson('A\u030a')).toBe('"A\u030a"');
  });

  it.each<[string, unknown, string]>([
    ['NaN', { a: Number.NaN }, 'a'],
    ['Infinity', [1, Number.POSITIVE_INFINITY], '[1]'],
    ['undefined as a member', { a: { b: undefined } }, 'a.b'],
    ['undefined itself', undefined, ''],
    ['a hole in an array', new Array(1), '[0]'],
    ['a lone high surrogate', { a: '\ud800' }, 'a'],
    ['a lone low surrogate', { a: 'x\udc00y' }, 'a'],
    ['a lone surrogate in a key', { '\ud800': 1 }, '\ud800'],
    ['a date object', { at: new Date(0) }, 'at'],
    ['a map', { at: new Map() }, 'at'],
    ['a function', { f: () => 1 }, 'f'],
    ['a big integer', { n: 1n }, 'n'],
    ['a symbol', { s: Symbol('s') }, 's'],
    ['a symbol as key', { [Symbol('s')]: 1 }, ''],
  ])('refuses %s and says where', (_name, value, path) => {
    expect(() => canonicalJson(value)).toThrow(CanonicalJsonError);
    try {
      canonicalJson(value);
    } catch (error) {
      expect((error as CanonicalJsonError).path).toBe(path);
    }
  });

  it('refuses a value that contains itself, but not one that stands twice', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => canonicalJson(loop)).toThrow('contains itself');
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });

  it('refuses nesting that would exhaust the stack', () => {
    let deep: unknown = null;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow('nested too deeply');
  });

  it('reads only canonical texts: no duplicate keys, no blanks, no other order', () => {
    expect(parseCanonicalJson('{"a":1,"b":[true,null]}')).toEqual({ a: 1, b: [true, null] });
    for (const text of [
      '{"a":1,"a":1}',
      '{"a": 1}',
      '{"b":1,"a":1}',
      '1.0',
      '"\\u0041"',
      '{"a":1',
      'NaN',
      '"\\ud800"',
    ]) {
      expect(() => parseCanonicalJson(text)).toThrow(CanonicalJsonError);
    }
  });

  it('is a form: the same for every order of keys, and unchanged by reading it again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(parseCanonicalJson(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
      }),
    );
  });
});

describe('bytes', () => {
  it('writes UTF-8 as everybody else does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toHex(utf8(text))).toBe(Buffer.from(text, 'utf8').toString('hex'));
      }),
    );
    expect(() => utf8('\ud800')).toThrow(RangeError);
  });

  it('reads back the hex it writes, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(Array.from(fromHex(toHex(bytes)))).toEqual(Array.from(bytes));
      }),
    );
    for (const wrong of ['0', 'AB', 'zz', ' 00']) expect(() => fromHex(wrong)).toThrow(RangeError);
  });
});
