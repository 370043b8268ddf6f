import { FEDERAL_STATE_INFO, type FederalState, federalStateByAgsPrefix } from '@kuer/domain';
import type { ImportCellError } from './import-problem.js';

type KeyError = Pick<ImportCellError, 'code' | 'params'>;
export type CheckedKey =
  | { readonly ok: true; readonly key: string; readonly state: FederalState }
  | { readonly ok: false; readonly error: KeyError };

const refusal = (code: KeyError['code'], params: KeyError['params']): CheckedKey => ({
  ok: false,
  error: { code, params },
});

/**
 * An AGS (8 digits) or ARS (12 digits) from a cell. Keys are strings: a spreadsheet that made a number of 01003000 has lost the zero, and
 * nothing is guessed back, since the same digits could be a slip; the error says what was probably meant.
 */
export function checkOfficialKey(cell: string | number): CheckedKey {
  const value = typeof cell === 'number' ? String(cell) : cell.trim().replace(/\s/g, '');
  if (!/^\d+$/.test(value)) return refusal('IMPORT.AGS_INVALID', { value: value.slice(0, 40) });
  if (value.length === 7 || value.length === 11) {
    return refusal('IMPORT.AGS_LEADING_ZERO_LOST', { value, suggestion: `0${value}` });
  }
  if (value.length === 5) return refusal('IMPORT.AGS_IS_DISTRICT_KEY', { value, suggestion: `${value}000` });
  if (value.length !== 8 && value.length !== 12) return refusal('IMPORT.AGS_INVALID', { value: value.slice(0, 40) });
  const prefix = value.slice(0, 2);
  const state = federalStateByAgsPrefix(prefix);
  if (!state) return refusal('IMPORT.AGS_STATE_UNKNOWN', { value, prefix });
  const digit = value.slice(2, 3);
  if (!FEDERAL_STATE_INFO[state].regionDigits.includes(digit)) {
    return refusal('IMPORT.AGS_REGION_UNKNOWN', { value, digit, state });
  }
  return { ok: true, key: value, state };
}
