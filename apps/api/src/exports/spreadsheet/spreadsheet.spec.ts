import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { guardCell, unguardCell } from './formula-guard.js';
import type { TableColumn } from './table.js';
import { writeCsv } from './write-csv.js';
import { prepareSheet, writeXlsx } from './write-xlsx.js';

interface Row {
  readonly name: string;
  readonly ags: string;
  readonly amount: number;
  readonly isIn: boolean | null;
}
const columns: TableColumn<Row>[] = [
  { heading: 'Name', value: ({ name }) => name },
  { heading: 'AGS', value: ({ ags }) => ags },
  { heading: 'Betrag', value: ({ amount }) => amount },
  { heading: '=Gewählt', value: ({ isIn }) => isIn },
];
const rows: Row[] = [
  { name: 'Bad Auen; "an der Linde"', ags: '01003000', amount: 1.5, isIn: true },
  { name: '=HYPERLINK("https://x.example")', ags: '', amount: -2, isIn: null },
];

describe('guardCell', () => {
  it.each(['=1+1', '+49 30', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u00a0=1'])('guards %p', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(unguardCell(guardCell(text))).toBe(text);
  });

  it.each(['', 'Text', "'s-Heerenberg", 'a=b', '01003000', '– Strich'])('leaves %p', (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });
});

describe('writeCsv', () => {
  it('writes as German Excel expects it', () => {
    expect(writeCsv(columns, rows, 'de').toString('utf8')).toBe(
      '\ufeffName;AGS;Betrag;\'=Gewählt\r\n"Bad Auen; ""an der Linde""";01003000;1,5;ja\r\n"\'=HYPERLINK(""https://x.example"")";;-2;\r\n',
    );
  });

  it('writes as English Excel expects it', () => {
    expect(writeCsv(columns, rows.slice(0, 1), 'en').toString('utf8')).toBe(
      '\ufeffName,AGS,Betrag,\'=Gewählt\r\n"Bad Auen; ""an der Linde""",01003000,1.5,yes\r\n',
    );
  });

  it('quotes numbers whose comma is the separator, line ends and outer blanks', () => {
    const one: TableColumn<string | number>[] = [{ heading: 'a', value: (value) => value }];
    expect(writeCsv(one, ['x\ny', ' z', Number.NaN], 'de').toString('utf8')).toBe('\ufeffa\r\n"x\ny"\r\n" z"\r\n\r\n');
  });
});

describe('writeXlsx', () => {
  it('writes texts as texts, numbers as numbers and never a formula', async () => {
    const file = await writeXlsx([
      prepareSheet({ name: 'Bewerbungen/2020: alle [Gruppen] und noch mehr', columns, rows }),
      prepareSheet({ name: 'Zweites', columns: columns.slice(0, 1), rows: [] }),
    ]);
    expect(await readSheet(file, 1)).toEqual([
      ['Name', 'AGS', 'Betrag', "'=Gewählt"],
      ['Bad Auen; "an der Linde"', '01003000', 1.5, true],
      ['\'=HYPERLINK("https://x.example")', null, -2, null],
    ]);
    expect(await readSheet(file, 'Zweites')).toEqual([['Name']]);
    const sheet = Buffer.from(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
    expect(sheet).toContain('<sheetData>');
    expect(sheet).not.toMatch(/<f[\s>]/);
  });
});
