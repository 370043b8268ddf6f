import { describe, expect, it } from '@jest/globals';
import { createFormats, daysUntil } from './formats.js';

const de = createFormats('de');
const en = createFormats('en');
/** Intl separates by non-breaking spaces of several widths. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('formats', () => {
  it('writes numbers and money as the language does', () => {
    expect(de.number(1234.5)).toBe('1.234,5');
    expect(en.number(1234.5)).toBe('1,234.5');
    expect(de.number(3, 2)).toBe('3,00');
    expect(de.points(73.44)).toBe('73,4');
    expect(plain(de.money(1_250_000))).toBe('1.250.000 €');
    expect(plain(de.money(12.5))).toBe('12,50 €');
    expect(plain(de.moneyShort(12_345_678))).toBe('12,3 Mio. €');
    expect(en.money(1_250_000)).toBe('€1,250,000');
    expect(plain(de.percent(0.153))).toBe('15 %');
  });

  it('shows a dash where there is nothing, and zero as zero', () => {
    for (const nothing of [null, undefined]) {
      expect(de.number(nothing)).toBe('–');
      expect(de.money(nothing)).toBe('–');
      expect(de.date(nothing)).toBe('–');
    }
    expect(de.number(0)).toBe('0');
  });

  it('shows points in time in Berlin, whatever the computer says', () => {
    expect(de.dateTime('2026-03-14T23:30:00Z')).toBe('15.03.2026, 00:30');
    expect(de.dateTime('2026-07-14T23:30:00Z')).toBe('15.07.2026, 01:30');
    expect(en.dateTime('2026-03-14T13:32:00Z')).toBe('14/03/2026, 14:32');
    expect(de.time('2026-03-14T13:32:00Z')).toBe('14:32');
  });

  it('leaves a calendar day the day that it is', () => {
    expect(de.date('2026-03-01')).toBe('01.03.2026');
    expect(de.dateLong('2026-03-01')).toBe('1. März 2026');
  });

  it('counts days by the calendar of Berlin', () => {
    const lateEvening = new Date('2026-03-14T22:59:00Z');
    const afterMidnight = new Date('2026-03-14T23:01:00Z');
    expect(daysUntil('2026-03-15', lateEvening)).toBe(1);
    expect(daysUntil('2026-03-15', afterMidnight)).toBe(0);
    expect(daysUntil('2026-04-01', new Date('2026-03-28T12:00:00Z'))).toBe(4);
    expect(de.daysFromNow('2026-03-17', new Date('2026-03-14T10:00:00Z'))).toBe('in 3 Tagen');
    expect(de.daysFromNow('2026-03-13', new Date('2026-03-14T10:00:00Z'))).toBe('gestern');
    expect(en.daysFromNow('2026-03-14', new Date('2026-03-14T10:00:00Z'))).toBe('today');
  });

  it('names sizes and lists', () => {
    expect(plain(de.bytes(123_456))).toBe('123 kB');
    expect(plain(de.bytes(1_440_000))).toBe('1,4 MB');
    expect(plain(de.bytes(0))).toBe('0 Byte');
    expect(de.list(['A', 'B', 'C'])).toBe('A, B und C');
  });

  it('orders words as people do', () => {
    expect(['B-10', 'B-9', 'Äpfel', 'Zebra', 'Apfel'].sort(de.compare)).toEqual([
      'Apfel',
      'Äpfel',
      'B-9',
      'B-10',
      'Zebra',
    ]);
  });
});
