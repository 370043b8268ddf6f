/**
 * Characters with which a spreadsheet begins to read a cell as a formula (OWASP, „CSV Injection“), the full-width forms included that some
 * programs accept as well.
 */
const STARTS_FORMULA = /^[\s\u00a0]*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'(?=[\s\u00a0]*[=+\-@\t\r\n＝＋－＠])/;

/** Text for a cell of an export: what could be taken for a formula gets an apostrophe in front, which spreadsheets show as plain text. */
export function guardCell(text: string): string {
  return STARTS_FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `guardCell` was given; text that was never guarded stays as it is. */
export function unguardCell(text: string): string {
  return text.replace(GUARDED, '');
}
