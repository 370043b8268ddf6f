import { FEDERAL_STATE_INFO, type FederalState, federalStateByAgsPrefix } from '../vocabulary/federal-states.js';
import { type Finding, type Refused, refused } from '../vocabulary/finding.js';

/** A key of a body, taken apart. Every part is a string: leading zeros count. */
export interface RegionalKey {
  /** The key as given, without blanks: 8 digits (AGS) or 12 (ARS). */
  readonly key: string;
  readonly kind: 'AGS' | 'ARS';
  readonly federalState: FederalState;
  /** Third digit: the administrative region, 0 where a state has none. */
  readonly region: string;
  /** Digits 1 to 5: the district or the town that forms its own. */
  readonly district: string;
  /** Four digits of the association of municipalities; `0000` where there is none, null for an AGS. */
  readonly association: string | null;
  /** Three digits of the municipality; `000` for a district, a town forming its own district, or an association. */
  readonly municipality: string;
  /** What the key names, as far as the digits tell: `000` at the end is a district as well as a town of that rank. */
  readonly names: 'municipality' | 'association' | 'district';
  /** The AGS of the same body; null for an association, which has none. */
  readonly ags: string | null;
  /** What is odd without being wrong, for the examiner. */
  readonly warnings: readonly Finding[];
}

/** A key that was read, or why it is none. */
export type ParsedRegionalKey = ({ readonly ok: true } & RegionalKey) | Refused;

function warningsOf(state: FederalState, region: string, district: string): Finding[] {
  const { regionDigits } = FEDERAL_STATE_INFO[state];
  if (!regionDigits.includes(region)) {
    return [{ code: 'AGS.REGION_IMPLAUSIBLE', params: { state, region, expected: regionDigits } }];
  }
  const isCityState = state === 'HH' || state === 'BE';
  // Hamburg and Berlin are a state and a municipality in one, so their district digits are 00.
  if (!isCityState && district.slice(3) === '00') {
    return [{ code: 'AGS.DISTRICT_IMPLAUSIBLE', params: { state, district } }];
  }
  return [];
}

/**
 * Reads an AGS (8 digits) or ARS (12 digits). Blanks between groups of digits are ignored. Wrong is another length or
 * sign (AGS.FORMAT) and a state that does not exist (AGS.STATE); a region or district that does not occur in the state
 * is a warning. Source: Destatis, Gemeindeverzeichnis: state 2, region 1, district 2, [association 4,] municipality 3.
 */
export function parseAgs(text: string): ParsedRegionalKey {
  const key = text.replace(/\s/g, '');
  if (!/^(?:\d{8}|\d{12})$/.test(key)) return refused('AGS.FORMAT', { value: text });
  const federalState = federalStateByAgsPrefix(key.slice(0, 2));
  if (!federalState) return refused('AGS.STATE', { value: text, prefix: key.slice(0, 2) });
  const isArs = key.length === 12;
  const region = key.slice(2, 3);
  const district = key.slice(0, 5);
  const association = isArs ? key.slice(5, 9) : null;
  const municipality = key.slice(-3);
  const isAssociation = isArs && association !== '0000' && municipality === '000';
  return {
    ok: true,
    key,
    kind: isArs ? 'ARS' : 'AGS',
    federalState,
    region,
    district,
    association,
    municipality,
    names: isAssociation ? 'association' : municipality === '000' ? 'district' : 'municipality',
    ags: isAssociation ? null : district + municipality,
    warnings: warningsOf(federalState, region, district),
  };
}

/**
 * One identity for a body, however it was written: its AGS where it has one, the ARS of an association otherwise, null
 * for what is no key. Two parties with the same identity are the same body.
 */
export function bodyIdentity(key: string | null | undefined): string | null {
  if (key === null || key === undefined) return null;
  const parsed = parseAgs(key);
  return parsed.ok ? (parsed.ags ?? parsed.key) : null;
}

/** True where both keys name the same body; false where one of them is none. */
export function isSameBody(first: string | null, second: string | null): boolean {
  const identity = bodyIdentity(first);
  return identity !== null && identity === bodyIdentity(second);
}
