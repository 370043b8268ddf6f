/** A number as people write it in a table, or why it is none. `ambiguous`: 4.250 can be a thousand times more in one language than in the other. */
export type ReadAmount =
  | { readonly kind: 'amount'; readonly value: number }
  | { readonly kind: 'ambiguous'; readonly asThousands: string; readonly asDecimal: string }
  | { readonly kind: 'invalid' };

const INVALID: ReadAmount = { kind: 'invalid' };

const unitOf = (text: string): { digits: string; factor: number } => {
  const match = /^(.*?)\s*(mio\.?|million(?:en)?|tsd\.?|tausend)$/i.exec(text);
  if (!match) return { digits: text, factor: 1 };
  return { digits: match[1] ?? '', factor: /^t/i.test(match[2] ?? '') ? 1_000 : 1_000_000 };
};

/** An amount of money in euros, German (4.250.000,00), English (4,250,000.00), plain (4250000) or with a unit (4,25 Mio. €). */
export function readAmount(cell: string | number): ReadAmount {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { kind: 'amount', value: cell } : INVALID;
  const withoutCurrency = cell.trim().replace(/^(€|EUR|Euro)\s*|\s*(€|EUR|Euro)$/gi, '');
  const { digits: written, factor } = unitOf(withoutCurrency.trim());
  // Blanks (also non-breaking and narrow ones) and apostrophes only ever part thousands.
  const grouped = written.trim().replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))/g, '');
  if (!/^[+-]?\d[\d.,]*$/.test(grouped)) return INVALID;
  const read = readDigits(grouped);
  if (read.kind === 'amount') return { kind: 'amount', value: Math.round(read.value * factor * 100) / 100 };
  if (read.kind === 'ambiguous' && factor > 1)
    return { kind: 'amount', value: Math.round(Number(read.asDecimal) * factor * 100) / 100 };
  return read;
}

function readDigits(text: string): ReadAmount {
  const separators = [...text.matchAll(/[.,]/g)].map((match) => match[0]);
  const last = separators.at(-1);
  if (last === undefined) return { kind: 'amount', value: Number(text) };
  const kinds = new Set(separators);
  if (kinds.size === 2) {
    const thousands = last === '.' ? ',' : '.';
    if (separators.filter((separator) => separator === last).length > 1) return INVALID;
    const [whole, decimals] = text.split(last) as [string, string];
    return isGrouped(whole, thousands) ? number(whole.replaceAll(thousands, ''), decimals) : INVALID;
  }
  if (separators.length > 1)
    return isGrouped(text, last) ? { kind: 'amount', value: Number(text.replaceAll(last, '')) } : INVALID;
  const [whole, decimals] = text.split(last) as [string, string];
  if (decimals.length === 3 && whole.length <= 4) {
    return { kind: 'ambiguous', asThousands: whole + decimals, asDecimal: `${whole}.${decimals}` };
  }
  return number(whole, decimals);
}

const number = (whole: string, decimals: string): ReadAmount =>
  /^[+-]?\d+$/.test(whole) && /^\d+$/.test(decimals)
    ? { kind: 'amount', value: Number(`${whole}.${decimals}`) }
    : INVALID;

const isGrouped = (text: string, separator: string): boolean =>
  new RegExp(`^[+-]?\\d{1,3}(\\${separator}\\d{3})+$`).test(text) || /^[+-]?\d+$/.test(text);

/** A whole number of at least 0, thousands parted or not; null where it is none. */
export function readCount(cell: string | number): number | null {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? cell : null;
  const text = cell.trim().replace(/(?<=\d)[\s\u00a0\u202f'’.,](?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

/** The parts of a list in one cell, blanks around them gone, empty ones left out. */
export function splitList(cell: string, separators: RegExp): string[] {
  return cell
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** For comparing names: case and outer blanks do not matter, repeated blanks count as one. */
export const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('de');
