import { bodyIdentity } from '@kuer/domain';
import type { CellReader } from './cell-reader.js';
import { checkOfficialKey } from './check-official-key.js';
import type { ImportedParty } from './imported-application.js';

const MAX_PARTNERS = 200;
const MAX_NAME = 300;
// The last brackets hold the key; a name can have brackets of its own, as „Halle (Saale) (15002000)“.
const NAME_AND_KEY = /^(.*\S)\s*\(\s*(?:AGS|ARS)?:?\s*([\d ]+)\)$/;

/** The partners of a row, from „Name (AGS); Name (AGS)“ or from a list in a JSON file. No body twice in one application. */
export function readPartners(
  cells: CellReader,
  lead: { readonly name: string; readonly ags: string },
): ImportedParty[] {
  const given = readGiven(cells);
  if (given.length > MAX_PARTNERS) cells.fail('partners', 'IMPORT.TOO_MANY_VALUES', { limit: MAX_PARTNERS });
  const nameByKey = new Map(lead.ags === '' ? [] : [[bodyIdentity(lead.ags) ?? lead.ags, lead.name]]);
  return given.map(({ name, key }) => {
    if (name.length > MAX_NAME)
      cells.fail('partners', 'IMPORT.VALUE_TOO_LONG', { length: name.length, limit: MAX_NAME });
    if (key === null) return { name, ags: null };
    const checked = checkOfficialKey(key);
    if (!checked.ok) {
      cells.fail('partners', checked.error.code, checked.error.params);
      return { name, ags: null };
    }
    if (checked.warning) cells.warn('partners', checked.warning.code, checked.warning.params);
    const identity = bodyIdentity(checked.key) ?? checked.key;
    const first = nameByKey.get(identity);
    if (first !== undefined) {
      cells.fail('partners', 'IMPORT.PARTY_TWICE_IN_ROW', { value: checked.key, first, second: name });
    }
    nameByKey.set(identity, name);
    return { name, ags: checked.key };
  });
}

interface GivenPartner {
  readonly name: string;
  readonly key: string | number | null;
}

function readGiven(cells: CellReader): GivenPartner[] {
  const cell = cells.value('partners');
  if (!Array.isArray(cell) || cell.every((item) => typeof item === 'string')) {
    return cells.list('partners', /[;\n]/).flatMap((text) => partnerFromText(cells, text));
  }
  return cell.flatMap((item: unknown) => {
    if (typeof item === 'string') return partnerFromText(cells, item.trim());
    const partner = partnerFromObject(item);
    if (!partner)
      cells.fail('partners', 'IMPORT.PARTNER_UNREADABLE', { value: JSON.stringify(item)?.slice(0, 80) ?? '' });
    return partner ? [partner] : [];
  });
}

function partnerFromText(cells: CellReader, text: string): GivenPartner[] {
  const match = NAME_AND_KEY.exec(text);
  if (match) return [{ name: match[1] ?? '', key: match[2] ?? '' }];
  // Digits in or after a bracket were meant as a key; without brackets a bare key is no name.
  if (/\([^)]*\d[^)]*\)?$/.test(text) || !/\p{L}/u.test(text)) {
    cells.fail('partners', 'IMPORT.PARTNER_UNREADABLE', { value: text.slice(0, 80) });
    return [];
  }
  return [{ name: text, key: null }];
}

function partnerFromObject(item: unknown): GivenPartner | null {
  if (typeof item !== 'object' || item === null) return null;
  const { name, ags = null, ...rest } = item as Record<string, unknown>;
  if (typeof name !== 'string' || name.trim() === '' || Object.keys(rest).length > 0) return null;
  if (ags !== null && typeof ags !== 'string' && typeof ags !== 'number') return null;
  return { name: name.trim(), key: ags };
}
