import { FEDERAL_STATE_INFO, PHASE_LABELS, SIZE_CLASS_INFO } from '@kuer/domain';
import PDFDocument from 'pdfkit';
import type { DemoApplication, DemoDocument } from './demo-call.js';

const MARK = 'Demodaten – erzeugt';
const MARGIN = 64;

/**
 * A small PDF for an attachment of the demo: project outline or council resolution, marked as generated on every page. The same application
 * and the same moment give the same bytes.
 */
export function renderDemoDocument(
  document: DemoDocument,
  application: DemoApplication,
  createdAt: Date,
): Promise<Buffer> {
  const isOutline = document.documentKey === 'project_outline';
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN + 20, bottom: MARGIN, left: MARGIN, right: MARGIN },
    lang: 'de',
    // Packing costs more time than the few kilobytes are worth.
    compress: false,
    info: {
      Title: `${isOutline ? 'Projektskizze' : 'Ratsbeschluss'}: ${application.title}`,
      Subject: MARK,
      Author: application.lead.name,
      Creator: 'Kür',
      Producer: 'Kür',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  });
  const finished = collect(pdf);
  markPage(pdf);
  pdf.on('pageAdded', () => markPage(pdf));
  if (isOutline) writeOutline(pdf, application);
  else writeResolution(pdf, application);
  pdf.end();
  return finished;
}

type Pdf = InstanceType<typeof PDFDocument>;

function collect(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
}

function markPage(pdf: Pdf): void {
  const { x, y } = pdf;
  pdf.font('Helvetica-Bold').fontSize(9).fillColor('#8a1f11');
  pdf.text(MARK, MARGIN, 36, { width: pdf.page.width - 2 * MARGIN, align: 'right', lineBreak: false });
  pdf.fillColor('#000000').font('Helvetica').fontSize(11);
  pdf.x = x;
  pdf.y = y;
}

const heading = (pdf: Pdf, text: string): void => {
  pdf.moveDown(0.8).font('Helvetica-Bold').fontSize(12).text(text).moveDown(0.2).font('Helvetica').fontSize(11);
};

/** 4.250.000 with the separators of the language; a space stands before the sign of the currency. */
const euros = (amount: number): string => `${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, '.')} Euro`;
const whole = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

function writeOutline(pdf: Pdf, application: DemoApplication): void {
  const {
    title,
    motto,
    summary,
    lead,
    partners,
    federalStates,
    sizeClass,
    phase,
    fundingRequested,
    population,
    themes,
  } = application;
  pdf
    .font('Helvetica-Bold')
    .fontSize(18)
    .text(title)
    .font('Helvetica-Oblique')
    .fontSize(12)
    .text(motto)
    .font('Helvetica')
    .fontSize(11);
  heading(pdf, '1. Antragstellende Kommune');
  pdf.text(`${lead.name}, ${federalStates.map((code) => FEDERAL_STATE_INFO[code].de).join(', ')} (AGS ${lead.ags})`);
  pdf.text(`${SIZE_CLASS_INFO[sizeClass].label.de}, ${whole(population)} Einwohnerinnen und Einwohner`);
  if (partners.length > 0) pdf.text(`Kooperationspartner: ${partners.map(({ name }) => name).join(', ')}`);
  heading(pdf, '2. Vorhaben');
  pdf.text(summary);
  heading(pdf, '3. Themenfelder und Projektphase');
  pdf.text(`Themenfelder: ${themes.join(', ')}`).text(`Phase ${phase}: ${PHASE_LABELS[phase].de}`);
  heading(pdf, '4. Beantragte Förderung');
  pdf.text(`Beantragt werden ${euros(fundingRequested)} für die Laufzeit des Vorhabens.`);
  for (const [item, share] of [
    ['Personal und Qualifizierung', 0.38],
    ['Entwicklung und Beschaffung', 0.34],
    ['Beteiligung und Transfer', 0.16],
    ['Begleitung und Auswertung', 0.12],
  ] as const) {
    pdf.text(`– ${item}: rund ${euros(Math.round((fundingRequested * share) / 1000) * 1000)}`);
  }
  heading(pdf, '5. Nachnutzung');
  pdf.text('Ergebnisse und selbst entwickelte Software werden unter freier Lizenz veröffentlicht und dokumentiert.');
}

function writeResolution(pdf: Pdf, { lead, title, fundingRequested }: DemoApplication): void {
  pdf.font('Helvetica-Bold').fontSize(16).text('Beschluss der Vertretungskörperschaft').moveDown(0.3);
  pdf.font('Helvetica').fontSize(11).text(lead.name).moveDown(1);
  pdf
    .text(`Die Vertretungskörperschaft unterstützt die Bewerbung „${title}“ im Förderaufruf und beschließt:`)
    .moveDown(0.6);
  pdf
    .text(`1. Die Bewerbung mit einer beantragten Förderung von ${euros(fundingRequested)} wird eingereicht.`)
    .moveDown(0.4);
  pdf.text('2. Die erforderlichen Eigenmittel werden in die mittelfristige Finanzplanung aufgenommen.').moveDown(0.4);
  pdf.text('3. Die Verwaltung berichtet jährlich über den Stand der Umsetzung.').moveDown(1.2);
  pdf.text('Abstimmungsergebnis: mehrheitlich angenommen');
}
