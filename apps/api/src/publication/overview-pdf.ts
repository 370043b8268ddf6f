import type { Locale, OverviewResponse } from '@kuer/contract';
import PDFDocument from 'pdfkit';
import { dayOf, OVERVIEW_WORDS, sizeClassName, stateNames } from './overview-words.js';

const MARGIN = 56;

/** The overview as a tagged PDF: headings and lists are structure, not only type size. */
export function overviewPdf(overview: OverviewResponse, locale: Locale): Promise<Buffer> {
  const words = OVERVIEW_WORDS[locale];
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locale,
    info: { Title: `${words.heading} – ${overview.title}`, CreationDate: new Date(overview.publishedAt) },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  const text = (tag: string, size: number, content: string, options: { bold?: boolean; indent?: number } = {}) => {
    const element = document.struct(tag, {}, () => {
      document
        .font(options.bold ? 'Helvetica-Bold' : 'Helvetica')
        .fontSize(size)
        .text(content, MARGIN + (options.indent ?? 0));
    });
    root.add(element);
    document.moveDown(0.3);
  };

  text('H1', 20, overview.title, { bold: true });
  text('P', 11, `${words.heading}. ${words.summary(overview.selected, overview.applications)}`);
  text('P', 11, `${words.published} ${dayOf(overview.publishedAt, locale)}.`);
  if (overview.hasGeneratedData) text('P', 11, words.generated, { bold: true });
  for (const group of overview.groups) {
    document.moveDown(0.6);
    text('H2', 15, group.name, { bold: true });
    for (const project of group.projects) {
      text('H3', 11, project.heading, { bold: true });
      for (const partner of project.partners) text('P', 11, partner, { indent: 12 });
      text('P', 9, `${project.title}${project.motto ? ` – ${project.motto}` : ''}`, { indent: 12 });
      text('P', 9, `${sizeClassName(project.sizeClass, locale)} · ${stateNames(project.federalStates, locale)}`, {
        indent: 12,
      });
    }
  }
  root.end();
  document.end();
  return done;
}
