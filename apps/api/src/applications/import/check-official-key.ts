import { type FederalState, parseAgs } from '@kuer/domain';
import type { ImportCellError } from './import-problem.js';

type KeyError = Pick<ImportCellError, 'code' | 'params'>;
export type CheckedKey =
  | { readonly ok: true; readonly key: string; readonly state: FederalState; readonly warning: KeyError | null }
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
  const value = String(cell).replace(/\s/g, '');
  const parsed = parseAgs(value);
  if (parsed.ok) {
    const { key, federalState: state } = parsed;
    const isPlausible = parsed.warnings.length === 0;
    return {
      ok: true,
      key,
      state,
      warning: isPlausible ? null : { code: 'IMPORT.AGS_IMPLAUSIBLE', params: { value: key, state } },
    };
  }
  if (/^(\d{7}|\d{11})$/.test(value))
    return refusal('IMPORT.AGS_LEADING_ZERO_LOST', { value, suggestion: `0${value}` });
  if (/^\d{5}$/.test(value)) return refusal('IMPORT.AGS_IS_DISTRICT_KEY', { value, suggestion: `${value}000` });
  if (parsed.code === 'AGS.STATE') return refusal('IMPORT.AGS_STATE_UNKNOWN', { value, prefix: value.slice(0, 2) });
  return refusal('IMPORT.AGS_INVALID', { value: value.slice(0, 40) });
}
