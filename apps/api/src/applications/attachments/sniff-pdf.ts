/** Why a file is not taken for a PDF. The texts are in the contract's catalogue of attachments. */
export const PDF_REFUSALS = ['empty', 'not_a_pdf', 'truncated', 'ambiguous', 'active_content', 'encrypted'] as const;
export type PdfRefusal = (typeof PDF_REFUSALS)[number];
export type SniffedPdf = { readonly ok: true } | { readonly ok: false; readonly because: PdfRefusal; readonly found?: string };

const MAGIC = '%PDF-';
const END = '%%EOF';
/** Readers look for the end mark in the last kilobyte; some programs leave blanks or a signature behind it. */
const END_WITHIN = 1024;
const HTML_OR_SCRIPT = /<(!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)[\s>/]/i;
const ZIP_END = 'PK\u0005\u0006';
/** Names of entries that run something, open something by themselves or carry other files. */
const ACTIVE_NAMES = ['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'OpenAction', 'AA', 'RichMedia', 'XFA', 'SubmitForm', 'ImportData'];
// A name ends at a delimiter: /JS is refused, /JSON is not. /OpenAction with a place to scroll to is harmless and very common.
const NAME = /\/((?:[A-Za-z]|#[0-9A-Fa-f]{2})+)(?=[\s()<>[\]{}/%]|$)/g;

/**
 * Whether a file is a PDF by its content, and no other thing besides. What is plainly there is refused: web pages, archives, scripts, started
 * programs, embedded files. Packed streams are not opened: this is no virus scanner.
 */
export function sniffPdf(file: Buffer): SniffedPdf {
  if (file.length === 0) return { ok: false, because: 'empty' };
  // The mark must stand right at the beginning: what comes before it could make the file something else for another program.
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC) return { ok: false, because: 'not_a_pdf' };
  if (!/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8))) return { ok: false, because: 'not_a_pdf' };
  const tail = file.toString('latin1', Math.max(0, file.length - END_WITHIN));
  const end = tail.lastIndexOf(END);
  if (end < 0) return { ok: false, because: 'truncated' };
  if (tail.slice(end + END.length).includes(ZIP_END) || HTML_OR_SCRIPT.test(tail.slice(end + END.length))) {
    return { ok: false, because: 'ambiguous' };
  }
  const plain = withoutStreams(file.toString('latin1'));
  if (HTML_OR_SCRIPT.test(plain)) return { ok: false, because: 'ambiguous' };
  for (const match of plain.matchAll(NAME)) {
    const name = (match[1] ?? '').replace(/#([0-9A-Fa-f]{2})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (name === 'Encrypt') return { ok: false, because: 'encrypted' };
    if (!ACTIVE_NAMES.includes(name)) continue;
    if (name === 'OpenAction' && opensAPlace(plain.slice(match.index + match[0].length))) continue;
    return { ok: false, because: 'active_content', found: `/${name}` };
  }
  return { ok: true };
}

/** The file without the contents of its streams (pictures, fonts, packed text), in which any bytes may stand. */
function withoutStreams(text: string): string {
  const kept: string[] = [];
  let position = 0;
  for (;;) {
    const start = text.indexOf('stream', position);
    const end = start < 0 ? -1 : text.indexOf('endstream', start + 6);
    if (start < 0 || end < 0) break;
    kept.push(text.slice(position, start));
    position = end + 'endstream'.length;
  }
  kept.push(text.slice(position));
  return kept.join('\n');
}

/** True where an /OpenAction is a mere destination, as [3 0 R /Fit]: many programs write the page to show first. */
function opensAPlace(rest: string): boolean {
  return /^\s*\[\s*\d+\s+\d+\s+R\s*\/(XYZ|Fit[A-Z]*)[^\]]*\]/.test(rest);
}
