import { describe, expect, it } from '@jest/globals';
import { formatDay, formatList, formatNumber, formatParam } from './format-param.js';
import { renderSentence, sentenceTemplate } from './sentence.js';
import { SENTENCES, type SentenceCode } from './sentences.js';

const codes = Object.keys(SENTENCES) as SentenceCode[];
const placesOf = (template: string): string[] =>
  [...template.matchAll(/\{(\w+(?::\w+)?)\}/g)].map((match) => match[1] as string);

describe('sentences', () => {
  it.each(codes)('%s takes the same values in both languages and can be said', (code) => {
    const { de, en } = SENTENCES[code];
    expect(placesOf(en).sort()).toEqual(placesOf(de).sort());
    const params = Object.fromEntries(
      placesOf(de).map((place) => {
        const [name = '', kind = 'plain'] = place.split(':');
        const examples: Record<string, string | number | string[]> = {
          number: 3,
          points: 61.25,
          day: '2020-08-25',
          list: ['a', 'b'],
          group: 'mittelstaedte',
          corridor: 'A',
        };
        return [name, examples[kind] ?? 'x'];
      }),
    );
    for (const locale of ['de', 'en'] as const) {
      const words = renderSentence({ code, params: { dimension: 'phase', ...params } }, locale);
      expect(words).not.toMatch(/[{}]|undefined|NaN/);
      expect(words).toMatch(/[.“”]$/);
    }
  });

  it('are not said without words or with a hole', () => {
    expect(() => renderSentence({ code: 'EXPLAIN.NOTHING', params: {} }, 'de')).toThrow('no words');
    expect(() => renderSentence({ code: 'toString', params: {} }, 'de')).toThrow('no words');
    expect(() => renderSentence({ code: 'EXPLAIN.TOTAL', params: { count: 2 } }, 'de')).toThrow('"total"');
    expect(() => renderSentence({ code: 'EXPLAIN.TOTAL', params: { count: 2, total: null } }, 'de')).toThrow('"total"');
    expect(sentenceTemplate('EXPLAIN.NOTHING')).toBeNull();
  });
});

describe('values of sentences', () => {
  it.each([
    [0, '0', '0'],
    [72.5, '72,5', '72.5'],
    [66.6666, '66,67', '66.67'],
    [1.005, '1,01', '1.01'],
    [-0.001, '0', '0'],
    [-1234.5, '−1.234,5', '−1,234.5'],
    [1_000_000, '1.000.000', '1,000,000'],
    [999.999, '1.000', '1,000'],
    [0.05, '0,05', '0.05'],
  ])('the number %p is written in both notations', (value, de, en) => {
    expect(formatNumber(value, 'de')).toBe(de);
    expect(formatNumber(value, 'en')).toBe(en);
  });

  it('days, lists, money, groups and classes of a corridor', () => {
    expect(formatDay('2020-08-05', 'de')).toBe('05.08.2020');
    expect(formatDay('2020-08-05T10:00:00Z', 'en')).toBe('5 August 2020');
    expect(formatList([], 'de')).toBe('');
    expect(formatList(['A'], 'de')).toBe('A');
    expect(formatList(['A', 'B', 'C'], 'de')).toBe('A, B und C');
    expect(formatParam(15_000_000, 'euro', {}, 'de')).toBe('15.000.000 €');
    expect(formatParam(15_000_000, 'euro', {}, 'en')).toBe('€15,000,000');
    expect(formatParam('NW', 'corridor', { dimension: 'state' }, 'en')).toBe('North Rhine-Westphalia');
    expect(formatParam('grosse-grossstadt', 'corridor', { dimension: 'sizeClass' }, 'de')).toBe('Große Großstadt');
    expect(formatParam('x', 'corridor', {}, 'de')).toBe('x');
    expect(formatParam('x', 'list', {}, 'de')).toBe('x');
    expect(() => formatParam('x', 'colour', {}, 'de')).toThrow('no way to write');
  });
});
