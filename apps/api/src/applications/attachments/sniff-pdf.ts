/** Why a file is not taken for a PDF. The texts are in the contract's catalogue of attachments. */
export const PDF_REFUSALS = ['empty', 'not_a_pdf', 'truncated', 'ambiguous', 'active_content', 'encrypted'] as const;
export type PdfRefusal = (typeof PDF_REFUSALS)[number];
export type SniffedPdf =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: PdfRefusal; readonly found?: string };

const MAGIC = '%PDF-';
const END = '%%EOF';
/** Readers look for the end mark in the last kilobyte; some programs leave blanks or a signature behind it. */
const END_WITHIN = 1024;
const HTML_OR_SCRIPT = /<(!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)[\s>/]/i;
const ZIP_END = 'PK\u0005\u0006';
/**
 * Names of entries that run something, open something by themselves or carry other files. The long ones are looked for everywhere; the
 * short ones outside streams only, since three bytes turn up in packed data by chance.
 */
const ACTIVE_NAMES = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'OpenAction',
  'RichMedia',
  'SubmitForm',
  'ImportData',
];
const SHORT_ACTIVE_NAMES = ['JS', 'AA', 'XFA'];
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
  const whole = file.toString('latin1');
  const plain = withoutStreams(whole);
  if (HTML_OR_SCRIPT.test(plain)) return { ok: false, because: 'ambiguous' };
  if (firstName(plain, ['Encrypt'])) return { ok: false, because: 'encrypted' };
  const found = firstName(plain, SHORT_ACTIVE_NAMES) ?? firstName(whole, ACTIVE_NAMES);
  return found ? { ok: false, because: 'active_content', found: `/${found}` } : { ok: true };
}

/** The first of these names that stands in the text as a name of its own; names can be written with #4A for J. */
function firstName(text: string, names: readonly string[]): string | null {
  for (const match of text.matchAll(NAME)) {
    const written = match[1] ?? '';
    const name = written.replace(/#([0-9A-Fa-f]{2})/g, (_code, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (!names.includes(name)) continue;
    if (name === 'OpenAction' && opensAPlace(text.slice(match.index + match[0].length, match.index + 200))) continue;
    return name;
  }
  return null;
}

/** The file without the contents of its streams (pictures, fonts, packed text), in which any bytes may stand. */
function withoutStreams(text: string): string {
  const kept: string[] = [];
  let position = 0;
  for (const match of text.matchAll(/>>\s*stream\r?\n/g)) {
    const start = match.index + 2;
    if (start < position) continue;
    const end = text.indexOf('endstream', start + 'stream'.length + 1);
    if (end < 0) break;
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
