import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { IMPORT_COLUMNS } from './import-columns.js';
import { IMPORT_LIMITS, type RawRow } from './import-problem.js';
import { importTemplateCsv, importTemplateXlsx } from './import-template.js';
import { parseImport } from './parse-import.js';

const HEADINGS = [
  'Titel',
  'Federführende Kommune',
  'AGS',
  'Gemeindegrößenklasse',
  'Gruppe',
  'Phase',
  'Beantragte Förderung (EUR)',
];
const ROW = ['Smarte Auen', 'Auenrode', '03199001', 'Kleinere Mittelstadt', 'Mittelstädte', 'A', '4.250.000,00'];

const workbook = (rows: Cell[][]): Promise<Buffer> => writeXlsxFile(rows).toBuffer();
const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'utf8');
const codes = async (file: Buffer, name: string, mediaType?: string): Promise<string[]> =>
  (await parseImport(file, name, mediaType)).problems.map(({ code }) => code);
const rowsOf = async (file: Buffer, name: string): Promise<RawRow[]> => {
  const parsed = await parseImport(file, name);
  expect(parsed.problems).toEqual([]);
  return parsed.rows.map(({ raw }) => raw);
};

/** A workbook by hand, for what no honest program writes. */
function handmadeXlsx(sheet: string, extra: Record<string, Uint8Array> = {}): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
      ...extra,
    }),
  );
}
const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const headingRow = `<row r="1">${HEADINGS.map((heading, index) => inline(`${String.fromCharCode(65 + index)}1`, heading)).join('')}</row>`;

describe('parseImport: xlsx', () => {
  it('reads the first sheet by German headings and keeps the kind of each cell', async () => {
    const file = await workbook([
      HEADINGS,
      [...ROW.slice(0, 2), { type: Number, value: 1003000 }, ...ROW.slice(3, 6), { type: Number, value: 4250000.5 }],
    ]);
    expect(await rowsOf(file, 'bewerbungen.xlsx')).toEqual([
      {
        title: 'Smarte Auen',
        leadName: 'Auenrode',
        leadAgs: 1003000,
        sizeClass: 'Kleinere Mittelstadt',
        portfolioGroup: 'Mittelstädte',
        phase: 'A',
        fundingRequested: 4250000.5,
      },
    ]);
  });

  it('reads English headings in any order, with numbers of lines as in the file', async () => {
    const file = await workbook([
      ['Phase', 'Size class', 'Funding requested (EUR)', 'Lead', 'Lead AGS', 'Title', 'Portfolio group', 'E-mail'],
      ['B', 'landgemeinde', '2000000', 'Auenrode', '03199001', 'Title', 'x', 'a@b.example'],
      [null],
      ['A', 'landgemeinde', '2000000', 'Wietzhorst', '03199002', 'Title', 'x', null],
    ]);
    const parsed = await parseImport(file, 'x.xlsx');
    expect(parsed.format).toBe('xlsx');
    expect(parsed.rows.map(({ line, raw }) => [line, raw.leadName, raw.contactEmail])).toEqual([
      [2, 'Auenrode', 'a@b.example'],
      [4, 'Wietzhorst', null],
    ]);
  });

  it('accepts cells with a namespace prefix and shared strings of other programs', async () => {
    const sheet = `${headingRow}<row r="2">${ROW.map((text, index) => inline(`${String.fromCharCode(65 + index)}2`, text)).join('')}</row>`;
    expect((await rowsOf(handmadeXlsx(sheet), 'x.xlsx'))[0]?.leadAgs).toBe('03199001');
  });

  it('names what is missing, unknown and doubled in the heading', async () => {
    const file = await workbook([
      ['Titel', 'Projekttitel', 'Lieblingsfarbe', ...HEADINGS.slice(1, 5)],
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    ]);
    const { problems, rows } = await parseImport(file, 'x.xlsx');
    expect(rows).toEqual([]);
    expect(problems).toEqual([
      { code: 'IMPORT.COLUMN_TWICE', params: { column: 'Projekttitel' }, line: 1 },
      { code: 'IMPORT.COLUMN_UNKNOWN', params: { column: 'Lieblingsfarbe' }, line: 1 },
      { code: 'IMPORT.COLUMN_MISSING', params: { column: 'phase' }, line: 1 },
      { code: 'IMPORT.COLUMN_MISSING', params: { column: 'fundingRequested' }, line: 1 },
    ]);
  });

  it('reports a value without a heading above it', async () => {
    const file = await workbook([HEADINGS, ROW, [...ROW, 'Notiz']]);
    expect((await parseImport(file, 'x.xlsx')).problems).toEqual([
      { code: 'IMPORT.COLUMN_WITHOUT_HEADING', params: { line: 3 }, line: 3 },
    ]);
  });

  it('refuses what only has the name of an xlsx', async () => {
    expect(await codes(Buffer.from('<html><table></table></html>'), 'x.xlsx')).toEqual(['IMPORT.NOT_AN_XLSX']);
    expect(await codes(csv(HEADINGS.join(';')), 'x.xlsx')).toEqual(['IMPORT.NOT_AN_XLSX']);
    expect(await codes(Buffer.from(zipSync({ 'a.txt': strToU8('x') })), 'x.xlsx')).toEqual(['IMPORT.NOT_AN_XLSX']);
    expect(await codes(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'x.xlsx')).toEqual(['IMPORT.OLD_OR_ENCRYPTED_WORKBOOK']);
    expect(
      await codes(
        Buffer.from('not a zip'),
        'noname',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ),
    ).toEqual(['IMPORT.NOT_AN_XLSX']);
  });

  it('refuses a cut or altered workbook', async () => {
    const file = await workbook([HEADINGS, ROW]);
    expect(await codes(file.subarray(0, file.length - 30), 'x.xlsx')).toEqual(['IMPORT.XLSX_DAMAGED']);
    const altered = Buffer.from(file);
    altered.fill(0xff, 60, 120);
    expect(await codes(altered, 'x.xlsx')).toEqual(['IMPORT.XLSX_DAMAGED']);
  });

  it('names the cell that can not be read', async () => {
    const file = handmadeXlsx(`${headingRow}<row r="2"><c r="B2" t="s"><v>99</v></c></row>`);
    expect((await parseImport(file, 'x.xlsx')).problems).toEqual([
      { code: 'IMPORT.XLSX_CELL_UNREADABLE', params: { detail: 'B2' } },
    ]);
  });
});

describe('parseImport: limits', () => {
  it('refuses a zip bomb by its directory, without unpacking it', async () => {
    const bomb = Buffer.from(
      zipSync(
        { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024) },
        { level: 9 },
      ),
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codes(bomb, 'x.xlsx')).toEqual(['IMPORT.XLSX_EXPANDS_TOO_MUCH']);
  });

  it('refuses a high ratio below the limit of bytes', async () => {
    const bomb = Buffer.from(
      zipSync(
        { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/media/a.xml': new Uint8Array(5 * 1024 * 1024) },
        { level: 9 },
      ),
    );
    expect(await codes(bomb, 'x.xlsx')).toEqual(['IMPORT.XLSX_EXPANDS_TOO_MUCH']);
  });

  it('refuses more than 50 MB unpacked, however little that is for its size', async () => {
    const packed = Buffer.alloc(1024 * 1024, 7);
    expect(await codes(lyingZip(packed, 51 * 1024 * 1024), 'x.xlsx')).toEqual(['IMPORT.XLSX_EXPANDS_TOO_MUCH']);
    expect(await codes(lyingZip(packed, 49 * 1024 * 1024), 'x.xlsx')).toEqual(['IMPORT.XLSX_DAMAGED']);
  });

  it('refuses a bomb whose directory lies about the size', async () => {
    const packed = deflateRawSync(Buffer.alloc(30 * 1024 * 1024));
    const honest = Buffer.from(
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/styles.xml': strToU8('<s/>') }, { level: 0 }),
    );
    // Replace the stored styles.xml by the packed bomb, and claim that it unpacks to 100,000 bytes.
    expect(await codes(lyingZip(packed, 100_000), 'x.xlsx')).toEqual(['IMPORT.XLSX_EXPANDS_TOO_MUCH']);
    expect(await codes(honest, 'x.xlsx')).toEqual(['IMPORT.XLSX_DAMAGED']);
  });

  it('refuses an archive in the archive, by name and by content, and too many entries', async () => {
    const inner = zipSync({ 'a.txt': strToU8('x') });
    expect(await codes(handmadeXlsx(headingRow, { 'xl/more.zip': inner }), 'x.xlsx')).toEqual([
      'IMPORT.XLSX_EXPANDS_TOO_MUCH',
    ]);
    expect(await codes(handmadeXlsx(headingRow, { 'xl/more.xml': inner }), 'x.xlsx')).toEqual([
      'IMPORT.XLSX_EXPANDS_TOO_MUCH',
    ]);
    const many = Object.fromEntries(
      Array.from({ length: IMPORT_LIMITS.zipEntries }, (_, index) => [`xl/m${index}.xml`, strToU8('<a/>')]),
    );
    expect(await codes(handmadeXlsx(headingRow, many), 'x.xlsx')).toEqual(['IMPORT.XLSX_EXPANDS_TOO_MUCH']);
  });

  it('refuses entities that multiply', async () => {
    const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    expect(await codes(handmadeXlsx(headingRow, { 'xl/sharedStrings.xml': strToU8(laughs) }), 'x.xlsx')).toEqual([
      'IMPORT.XLSX_DAMAGED',
    ]);
  });

  it('is not tempted to fill up a sheet to its last corner', async () => {
    const corner = (reference: string): Buffer =>
      handmadeXlsx(`${headingRow}<row r="2">${inline(reference, 'x')}</row>`);
    expect(await codes(corner('XFD2'), 'x.xlsx')).toEqual(['IMPORT.TOO_MANY_COLUMNS']);
    expect(await codes(corner('&#88;FD2'), 'x.xlsx')).toEqual(['IMPORT.XLSX_DAMAGED']);
    const deep = handmadeXlsx(`${headingRow}<row r="1048576">${inline('A1048576', 'x')}</row>`);
    expect(await codes(deep, 'x.xlsx')).toEqual(['IMPORT.TOO_MANY_ROWS']);
  });

  it('does not mind formatted cells without a value', async () => {
    const row = `<row r="2">${ROW.map((text, index) => inline(`${String.fromCharCode(65 + index)}2`, text)).join('')}<c r="XFD2" s="1"/></row>`;
    const formatted = Array.from(
      { length: 20_000 },
      (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="1"/></row>`,
    ).join('');
    expect(await rowsOf(handmadeXlsx(headingRow + row + formatted), 'x.xlsx')).toHaveLength(1);
  });

  it('answers cells outside of rows, rows in rows and open tags at once', async () => {
    expect(await codes(handmadeXlsx('<c r="A1"><v>1</v></c>'), 'x.xlsx')).toEqual(['IMPORT.XLSX_DAMAGED']);
    expect(await codes(handmadeXlsx('<row r="1"><row r="2"></row></row>'), 'x.xlsx')).toEqual(['IMPORT.XLSX_DAMAGED']);
    expect(await codes(handmadeXlsx('<row>'.repeat(200_000)), 'x.xlsx')).toEqual(['IMPORT.XLSX_DAMAGED']);
    expect(await codes(handmadeXlsx(`<row r="1"><c a=">" r="XFD1"><v>1</v></c></row>`), 'x.xlsx')).toEqual([
      'IMPORT.XLSX_DAMAGED',
    ]);
  });

  it('takes 5,000 rows and refuses one more, and 50,000', async () => {
    const rows = (count: number): string[] => Array.from({ length: count }, () => ROW.join(';'));
    const heading = HEADINGS.join(';');
    expect((await parseImport(csv(heading, ...rows(5_000)), 'x.csv')).rows).toHaveLength(5_000);
    expect(await codes(csv(heading, ...rows(5_001)), 'x.csv')).toEqual(['IMPORT.TOO_MANY_ROWS']);
    expect(await codes(csv(heading, ...rows(50_000)), 'x.csv')).toEqual(['IMPORT.TOO_MANY_ROWS']);
    const sheetRows = Array.from(
      { length: 50_000 },
      (_, index) => `<row r="${index + 2}">${inline(`A${index + 2}`, 'Titel')}</row>`,
    );
    expect(await codes(handmadeXlsx(headingRow + sheetRows.join('')), 'x.xlsx')).toEqual(['IMPORT.TOO_MANY_ROWS']);
    const items = JSON.stringify(Array.from({ length: 50_000 }, () => ({ title: 'x' })));
    expect(await codes(Buffer.from(items), 'x.json')).toEqual(['IMPORT.TOO_MANY_ROWS']);
  });

  it('reads 5,000 rows of an xlsx', async () => {
    const file = await workbook([HEADINGS, ...Array.from({ length: 5_000 }, () => ROW)]);
    expect(await rowsOf(file, 'x.xlsx')).toHaveLength(5_000);
  });

  it('refuses more than 20 MB', async () => {
    expect(await parseImport(Buffer.alloc(IMPORT_LIMITS.fileBytes + 1, 32), 'x.csv')).toEqual({
      format: null,
      rows: [],
      problems: [{ code: 'IMPORT.FILE_TOO_LARGE', params: { limitMb: 20 } }],
    });
  });
});

describe('parseImport: csv', () => {
  const heading = HEADINGS.join(';');
  const row = ROW.join(';');

  it('reads UTF-8 with and without its mark, UTF-16 and Windows-1252', async () => {
    const text = `${heading}\r\n${row.replace('Auenrode', 'Übermühle')}`;
    const files = [
      Buffer.from(text, 'utf8'),
      Buffer.from(`\ufeff${text}`, 'utf8'),
      Buffer.from(`\ufeff${text.replaceAll(';', '\t')}`, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ];
    for (const file of files) expect((await rowsOf(file, 'x.csv'))[0]?.leadName).toBe('Übermühle');
    const euro = Buffer.from(`${heading}\n${row.replace('4.250.000,00', '4250000 E')}`, 'latin1');
    euro[euro.indexOf(' E') + 1] = 0x80;
    euro[euro.indexOf('Smarte')] = 0xd6;
    expect((await rowsOf(euro, 'x.csv'))[0]).toMatchObject({ title: 'Ömarte Auen', fundingRequested: '4250000 €' });
  });

  it('finds the separator: semicolon, comma, tab, or the one that Excel was told', async () => {
    const quoted = ROW.map((cell) => `"${cell}"`);
    expect(await rowsOf(csv(HEADINGS.join(','), quoted.join(',')), 'x.csv')).toHaveLength(1);
    expect((await rowsOf(csv(HEADINGS.join('\t'), ROW.join('\t')), 'x.tsv'))[0]?.phase).toBe('A');
    const parsed = await parseImport(csv('sep=|', HEADINGS.join('|'), ROW.join('|')), 'x.csv');
    expect(parsed.rows.map(({ line, raw }) => [line, raw.phase])).toEqual([[3, 'A']]);
  });

  it('counts lines as an editor does, blank ones and those inside of quotes included', async () => {
    const multi = row.replace('Smarte Auen', '"Smarte\r\nAuen"');
    const parsed = await parseImport(csv(heading, '', multi, ';;;;;;', row), 'x.csv');
    expect(parsed.rows.map(({ line }) => line)).toEqual([3, 6]);
    expect(parsed.rows[0]?.raw.title).toBe('Smarte\r\nAuen');
  });

  it('says where a quotation mark is left open', async () => {
    const { problems } = await parseImport(csv(heading, row, `"${row}`, row), 'x.csv');
    expect(problems).toMatchObject([{ code: 'IMPORT.CSV_MALFORMED' }]);
    const endless = csv(heading, `"${'x'.repeat(1_100_000)}"`);
    expect(await codes(endless, 'x.csv')).toEqual(['IMPORT.CSV_MALFORMED']);
  });

  it('refuses what is no table', async () => {
    expect(await codes(Buffer.from('<!doctype html><p>x'), 'x.csv')).toEqual(['IMPORT.UNKNOWN_FORMAT']);
    expect(await codes(Buffer.from('%PDF-1.7'), 'x.pdf')).toEqual(['IMPORT.UNKNOWN_FORMAT']);
    expect(await codes(Buffer.from([1, 2, 3, 0, 5]), 'x.csv')).toEqual(['IMPORT.UNKNOWN_FORMAT']);
    expect(await codes(Buffer.from('Liebe Kollegin,'), 'brief')).toEqual(['IMPORT.UNKNOWN_FORMAT']);
    expect(await codes(Buffer.from(''), 'x.csv')).toEqual(['IMPORT.EMPTY']);
    expect(await codes(csv(heading), 'x.csv')).toEqual(['IMPORT.EMPTY']);
  });

  it('refuses a name that the content belies', async () => {
    const file = await workbook([HEADINGS, ROW]);
    expect(await codes(file, 'x.csv')).toEqual(['IMPORT.NAME_AND_CONTENT_DIFFER']);
    expect(await codes(Buffer.from('[{"title":"x"}]'), 'x.csv')).toEqual(['IMPORT.NAME_AND_CONTENT_DIFFER']);
    expect(await codes(csv(heading, row), 'x.json')).toEqual(['IMPORT.JSON_MALFORMED']);
    expect((await parseImport(file, 'ohne-endung')).format).toBe('xlsx');
    expect((await parseImport(csv(heading, row), 'ohne-endung', 'text/plain')).format).toBe('csv');
  });
});

describe('parseImport: json', () => {
  it('reads keys, headings and the form of the API', async () => {
    const rows = await rowsOf(
      Buffer.from(
        JSON.stringify({
          applications: [
            { Titel: 'a', lead: { name: 'Auenrode', ags: '03199001' }, federalStates: ['NI'] },
            { title: 'b' },
          ],
        }),
      ),
      'x.json',
    );
    expect(rows).toEqual([
      { title: 'a', leadName: 'Auenrode', leadAgs: '03199001', federalStates: ['NI'] },
      { title: 'b' },
    ]);
  });

  it('refuses unknown and doubled keys with their place', async () => {
    const parse = (value: unknown) => parseImport(Buffer.from(JSON.stringify(value)), 'x.json');
    expect((await parse([{ title: 'a' }, { colour: 'red' }])).problems).toEqual([
      { code: 'IMPORT.COLUMN_UNKNOWN', params: { column: 'colour' }, line: 2 },
    ]);
    expect((await parse([{ title: 'a', Titel: 'b' }])).problems).toMatchObject([{ code: 'IMPORT.COLUMN_TWICE' }]);
    expect((await parse([{ lead: { name: 'a', mayor: 'b' } }])).problems).toMatchObject([
      { params: { column: 'lead.mayor' } },
    ]);
    expect((await parse(['a'])).problems).toMatchObject([{ code: 'IMPORT.JSON_MALFORMED', line: 1 }]);
    expect((await parse({ a: 1 })).problems).toMatchObject([{ code: 'IMPORT.JSON_MALFORMED' }]);
    expect(await codes(Buffer.from('[{'), 'x.json')).toEqual(['IMPORT.JSON_MALFORMED']);
    expect(await codes(Buffer.from('[]'), 'x.json')).toEqual(['IMPORT.EMPTY']);
  });
});

describe('the template', () => {
  it.each(['de', 'en'] as const)('has every column in %s and is understood by the import', async (locale) => {
    const filled = importTemplateCsv(locale).toString('utf8').trimEnd();
    const separator = locale === 'de' ? ';' : ',';
    const parsed = await parseImport(
      Buffer.from(`${filled}\r\n${IMPORT_COLUMNS.map(({ key }) => key).join(separator)}`),
      'vorlage.csv',
    );
    expect(parsed.problems).toEqual([]);
    expect(parsed.rows[0]?.raw).toEqual(Object.fromEntries(IMPORT_COLUMNS.map(({ key }) => [key, key])));
    expect(await codes(await importTemplateXlsx(locale), 'vorlage.xlsx')).toEqual(['IMPORT.EMPTY']);
  });
});

/** A zip with one packed entry whose directory states another size than it has. */
function lyingZip(packed: Buffer, claimedSize: number): Buffer {
  const entries = [
    { name: 'xl/workbook.xml', data: deflateRawSync(Buffer.from('<workbook/>')), size: 11 },
    { name: 'xl/styles.xml', data: packed, size: claimedSize },
  ];
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size } of entries) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), data);
    centrals.push(central, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
