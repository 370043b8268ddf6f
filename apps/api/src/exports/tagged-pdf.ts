import { fileURLToPath } from 'node:url';
import type { Locale } from '@kuer/domain';
import PDFDocument from 'pdfkit';

const MARGIN = 56;
// Next to src and dist alike. Embedded, since PDF/UA asks for it and the built-in fonts know no letters beyond western Europe.
const fontFile = (name: string): string => fileURLToPath(new URL(`../../fonts/${name}.ttf`, import.meta.url));
const REGULAR = fontFile('NotoSans-Regular');
const BOLD = fontFile('NotoSans-Bold');
const LANGUAGES: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB' };

/** Signs that people write and the font does not have. */
const REPLACED: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '≈': '~',
  '→': '->',
  '←': '<-',
  '⇒': '=>',
};
const printable = (text: string): string => text.replace(/[≥≤≠≈→←⇒]/g, (sign) => REPLACED[sign] ?? sign);

type Tag = 'H1' | 'H2' | 'H3' | 'P';
const SIZES: Readonly<Record<Tag, number>> = { H1: 18, H2: 13, H3: 10.5, P: 10 };

/** A PDF whose headings and paragraphs are structure, for those who have it read to them (PDF/UA). */
export class TaggedPdf {
  private readonly document: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly done: Promise<Buffer>;

  constructor(title: string, locale: Locale, createdAt: Date) {
    // The types do not know all subsets that pdfkit writes.
    const standard: object = { subset: 'PDF/UA' };
    this.document = new PDFDocument({
      ...standard,
      size: 'A4',
      margin: MARGIN,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: LANGUAGES[locale],
      font: REGULAR,
      info: { Title: title, CreationDate: createdAt },
    });
    const chunks: Buffer[] = [];
    this.done = new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.document.on('end', () => resolve(Buffer.concat(chunks)));
      this.document.on('error', reject);
    });
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  /** A heading or a paragraph. A heading keeps company: it starts a page where hardly anything would follow it. */
  text(tag: Tag, content: string): this {
    const isHeading = tag !== 'P';
    if (isHeading && this.document.y > this.document.page.height - MARGIN - 80) this.document.addPage();
    this.root.add(
      this.document.struct(tag, {}, () => {
        this.document
          .font(isHeading ? BOLD : REGULAR)
          .fontSize(SIZES[tag])
          .text(printable(content), MARGIN);
      }),
    );
    this.document.moveDown(isHeading ? 0.3 : 0.6);
    return this;
  }

  finish(): Promise<Buffer> {
    this.root.end();
    this.document.end();
    return this.done;
  }
}
