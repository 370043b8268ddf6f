import { describe, expect, it } from '@jest/globals';
import { sniffPdf } from '../applications/attachments/sniff-pdf.js';
import { renderDemoDocument } from './demo-documents.js';
import { generateCall2020 } from './generate-call-2020.js';

const [application] = generateCall2020().applications;
if (!application) throw new Error('No application');

describe('renderDemoDocument', () => {
  it.each(application.documents)('renders $fileName as a PDF that the upload accepts', async (document) => {
    const pdf = await renderDemoDocument(document, application, new Date('2020-04-01T10:00:00Z'));
    expect(sniffPdf(pdf)).toEqual({ ok: true });
    expect(pdf.length).toBeLessThan(50_000);
    expect(pdf.includes('(D:20200401100000Z)')).toBe(true);
  });

  it('gives the same bytes for the same moment, and others for another document', async () => {
    const [outline, resolution] = application.documents;
    if (!outline || !resolution) throw new Error('No documents');
    const moment = new Date('2020-04-01T10:00:00Z');
    const first = await renderDemoDocument(outline, application, moment);
    expect((await renderDemoDocument(outline, application, moment)).equals(first)).toBe(true);
    expect((await renderDemoDocument(resolution, application, moment)).equals(first)).toBe(false);
    expect((await renderDemoDocument(outline, application, new Date('2020-04-02T10:00:00Z'))).equals(first)).toBe(
      false,
    );
  });
});
