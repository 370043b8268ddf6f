import { describe, expect, it } from '@jest/globals';
import { fileNameFor, toCsv } from './csv.js';

describe('toCsv', () => {
  it('begins with the byte order mark, separates by semicolons and ends lines with CRLF', () => {
    expect(toCsv(['Nummer', 'Kommune'], [['B-001', 'Köln']], 'de')).toBe('\uFEFFNummer;Kommune\r\nB-001;Köln\r\n');
  });

  it('quotes what would break a cell', () => {
    expect(toCsv(['a'], [['eins; "zwei"\ndrei']], 'de')).toContain('"eins; ""zwei""\ndrei"');
  });

  it.each(['=1+1', '+49 30', '-2', '@SUM(A1)', '\tx', '\rx'])(
    'takes the power from %j, which a spreadsheet would run',
    (text) => {
      expect(
        toCsv(['a'], [[text]], 'de')
          .split('\r\n')
          .slice(1)
          .join('\r\n'),
      ).toMatch(/^"?'/);
    },
  );

  it('guards headings as well', () => {
    expect(toCsv(['=cmd'], [], 'de')).toContain("'=cmd");
  });

  it('leaves numbers numbers, with the decimal mark of the language', () => {
    expect(toCsv(['a', 'b'], [[-73.5, 1000000]], 'de')).toContain('\r\n-73,5;1000000\r\n');
    expect(toCsv(['a', 'b'], [[-73.5, 1000000]], 'en')).toContain('\r\n-73.5;1000000\r\n');
  });

  it('writes nothing for what is missing or no number, and words for yes and no', () => {
    expect(toCsv(['a', 'b', 'c', 'd'], [[null, undefined, Number.NaN, true]], 'de')).toContain('\r\n;;;ja\r\n');
    expect(toCsv(['a'], [[false]], 'en')).toContain('\r\nno\r\n');
  });
});

describe('fileNameFor', () => {
  it('keeps to letters, digits and dashes', () => {
    expect(fileNameFor('Förderaufruf: Größenklassen & Straßen', 'csv')).toBe(
      'foerderaufruf-groessenklassen-strassen.csv',
    );
  });
});
