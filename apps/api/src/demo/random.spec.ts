import { describe, expect, it } from '@jest/globals';
import { addDays, at } from './day.js';
import { seededRandom, seedOf } from './random.js';

describe('seededRandom', () => {
  it('gives the known numbers of mulberry32', () => {
    const random = seededRandom(1);
    expect([random.next(), random.next(), random.next()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('shuffles without losing anything, and picks from within', () => {
    const random = seededRandom(seedOf('a', 1));
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = random.shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
    for (let turn = 0; turn < 200; turn += 1) expect(items).toContain(random.pick(items));
    expect(() => random.pick([])).toThrow(RangeError);
  });

  it('has a seed for each thing', () => {
    expect(seedOf('a', 1)).toBe(seedOf('a', 1));
    expect(seedOf('a', 1)).not.toBe(seedOf('a', 2));
    expect(seedOf('a|1')).toBe(seedOf('a', 1));
  });
});

describe('addDays', () => {
  it('agrees with the calendar for decades, leap years included', () => {
    for (let offset = -20_000; offset < 20_000; offset += 37) {
      const expected = new Date(Date.UTC(2020, 1, 29) + offset * 86_400_000).toISOString().slice(0, 10);
      expect(addDays('2020-02-29', offset)).toBe(expected);
    }
  });

  it('writes moments in UTC', () => {
    expect(at('2020-03-01', 9, 5)).toBe('2020-03-01T09:05:00Z');
  });
});
