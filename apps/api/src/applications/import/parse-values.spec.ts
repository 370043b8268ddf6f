import { describe, expect, it } from '@jest/globals';
import { readAmount, readCount } from './parse-values.js';

describe('readAmount', () => {
  it.each([
    ['4250000', 4_250_000],
    ['4.250.000', 4_250_000],
    ['4.250.000,00 €', 4_250_000],
    ['4,250,000.50', 4_250_000.5],
    ['4 250 000', 4_250_000],
    ['4\u00a0250\u202f000,5', 4_250_000.5],
    ["4'250'000", 4_250_000],
    ['EUR 4.250.000', 4_250_000],
    ['4.250.000 Euro', 4_250_000],
    ['4,25 Mio. €', 4_250_000],
    ['4.250 Mio', 4_250_000],
    ['250 Tsd. EUR', 250_000],
    ['3 million', 3_000_000],
    ['4250000,5', 4_250_000.5],
    ['4250000.55', 4_250_000.55],
    ['42500.000', 42_500],
    ['-5', -5],
    ['0', 0],
    [12.5, 12.5],
  ])('reads %p', (cell, value) => {
    expect(readAmount(cell)).toEqual({ kind: 'amount', value });
  });

  it.each(['', 'x', '1.2.3', '4.25.000', '1,2,3', '4.250.000,0,0', '4,250.000,00', '12 Mark', '--5', '1e6', 'Mio'])(
    'refuses %p',
    (cell) => {
      expect(readAmount(cell).kind).toBe('invalid');
    },
  );

  it('does not guess what 4.250 or 4,250 means', () => {
    expect(readAmount('4.250')).toEqual({ kind: 'ambiguous', asThousands: '4250', asDecimal: '4.250' });
    expect(readAmount('4,250').kind).toBe('ambiguous');
    expect(readAmount(Number.NaN).kind).toBe('invalid');
  });
});

describe('readCount', () => {
  it.each([
    ['48500', 48_500],
    ['48.500', 48_500],
    ['1,048,500', 1_048_500],
    ['48 500', 48_500],
    [48_500, 48_500],
    [0, 0],
  ])('reads %p', (cell, value) => {
    expect(readCount(cell)).toBe(value);
  });

  it.each(['48,5', '-3', 'ca. 5000', 4.5, -1, '4.85.00'])('refuses %p', (cell) => {
    expect(readCount(cell)).toBeNull();
  });
});
