const RANKS =
  'landeshauptstadt|hansestadt|kreisfreie stadt|stadtverwaltung|gemeindeverwaltung|kreisverwaltung|stadt|gemeinde|markt|landkreis|kreis';

/**
 * A body's name for comparison: no case, no punctuation or surplus blanks, without a leading rank or office ("Stadt",
 * "Gemeinde", "Landkreis", "Stadtverwaltung"). Names that compare equal may be the same body; keys decide.
 */
export function comparableName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(new RegExp(`^(?:${RANKS}) (?=\\S)`, 'u'), '');
}
