import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { sniffPdf } from './sniff-pdf.js';

const realPdf = (): Promise<Buffer> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    const document = new PDFDocument({ info: { Title: 'Projektskizze' } });
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.text('Die Stadt möchte zeigen, wie es geht.');
    document.end();
  });

const written = (body: string, end = '\n%%EOF\n'): Buffer => Buffer.from(`%PDF-1.7\n${body}${end}`, 'latin1');
const refusal = (file: Buffer) => {
  const sniffed = sniffPdf(file);
  return sniffed.ok ? null : sniffed;
};

describe('sniffPdf', () => {
  it('takes a real PDF', async () => {
    expect(sniffPdf(await realPdf())).toEqual({ ok: true });
  });

  it('refuses a web page that is named .pdf', () => {
    expect(refusal(Buffer.from('<!DOCTYPE html><html><body>Hallo</body></html>'))?.because).toBe('not_a_pdf');
  });

  it('refuses an empty file, another format and a mark that comes late', () => {
    expect(refusal(Buffer.alloc(0))?.because).toBe('empty');
    expect(refusal(Buffer.from('PK\u0003\u0004'))?.because).toBe('not_a_pdf');
    expect(refusal(Buffer.from('<html>%PDF-1.7 %%EOF'))?.because).toBe('not_a_pdf');
    expect(refusal(Buffer.from('%PDF-x.y %%EOF'))?.because).toBe('not_a_pdf');
  });

  it('refuses a PDF that was cut off', async () => {
    const pdf = await realPdf();
    expect(refusal(pdf.subarray(0, pdf.length - 200))?.because).toBe('truncated');
  });

  it('refuses a PDF that is a web page or an archive as well', () => {
    expect(refusal(written('<script>alert(1)</script>'))?.because).toBe('ambiguous');
    expect(refusal(written('1 0 obj <<>> endobj', '\n%%EOF\n<html><body></body></html>'))?.because).toBe('ambiguous');
    expect(refusal(written('1 0 obj <<>> endobj', `\n%%EOF\nPK\u0005\u0006${'\0'.repeat(18)}`))?.because).toBe(
      'ambiguous',
    );
  });

  it.each([
    ['/JavaScript', '<< /S /JavaScript /X (app.alert(1)) >>'],
    ['/JS', '<< /S /Other /JS (app.alert(1)) >>'],
    ['/Launch', '<< /S /Launch /F (cmd.exe) >>'],
    ['/EmbeddedFile', '<< /Type /EmbeddedFile >>'],
    ['/OpenAction', '<< /Type /Catalog /OpenAction 5 0 R >>'],
    ['/AA', '<< /AA << /O 4 0 R >> >>'],
    ['/JavaScript', '<< /S /J#61vaScript >>'],
    ['/JavaScript', '<< /Title (>>\nstream\n) /S /JavaScript >> endstream'],
  ])('refuses %s where it is plainly there', (found, body) => {
    expect(refusal(written(body))).toEqual({ ok: false, because: 'active_content', found });
  });

  it('refuses an encrypted PDF, which nobody could read', () => {
    expect(refusal(written('trailer << /Encrypt 9 0 R >>'))?.because).toBe('encrypted');
  });

  it('takes a destination to open at, longer names, and any bytes in a stream', () => {
    expect(sniffPdf(written('<< /OpenAction [3 0 R /XYZ null null 0] >>'))).toEqual({ ok: true });
    expect(sniffPdf(written('<< /JSON (x) /AAPL (y) >>'))).toEqual({ ok: true });
    const packed = Buffer.concat([deflateSync(Buffer.from('x')), Buffer.from(' /JS <html> ')]).toString('latin1');
    expect(sniffPdf(written(`<< /Length 40 >>\nstream\n${packed}\nendstream`))).toEqual({ ok: true });
  });
});
