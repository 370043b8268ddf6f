/**
 * The sixteen states by their two-letter code, in the order of the official key.
 * Source: Amtlicher Gemeindeschlüssel (AGS), digits 1 and 2; codes after ISO 3166-2:DE, with NW for Nordrhein-Westfalen.
 */
export const FEDERAL_STATES = [
  'SH',
  'HH',
  'NI',
  'HB',
  'NW',
  'HE',
  'RP',
  'BW',
  'BY',
  'SL',
  'BE',
  'BB',
  'MV',
  'SN',
  'ST',
  'TH',
] as const;
export type FederalState = (typeof FEDERAL_STATES)[number];

/** What is fixed about a state. */
export interface FederalStateInfo {
  readonly code: FederalState;
  /** First two digits of every AGS and ARS of the state; a string, leading zeros count. */
  readonly agsPrefix: string;
  readonly de: string;
  readonly en: string;
  /**
   * Third digits of the AGS that occur in the state: the administrative region (Regierungsbezirk), also where the
   * region itself no longer exists but its digit lives on in the keys.
   */
  readonly regionDigits: readonly string[];
}

/** Names, key prefixes and region digits of the states. Source: Destatis, Gemeindeverzeichnis. */
export const FEDERAL_STATE_INFO: Readonly<Record<FederalState, FederalStateInfo>> = {
  SH: { code: 'SH', agsPrefix: '01', de: 'Schleswig-Holstein', en: 'Schleswig-Holstein', regionDigits: ['0'] },
  HH: { code: 'HH', agsPrefix: '02', de: 'Hamburg', en: 'Hamburg', regionDigits: ['0'] },
  NI: { code: 'NI', agsPrefix: '03', de: 'Niedersachsen', en: 'Lower Saxony', regionDigits: ['1', '2', '3', '4'] },
  HB: { code: 'HB', agsPrefix: '04', de: 'Bremen', en: 'Bremen', regionDigits: ['0'] },
  NW: {
    code: 'NW',
    agsPrefix: '05',
    de: 'Nordrhein-Westfalen',
    en: 'North Rhine-Westphalia',
    regionDigits: ['1', '3', '5', '7', '9'],
  },
  HE: { code: 'HE', agsPrefix: '06', de: 'Hessen', en: 'Hesse', regionDigits: ['4', '5', '6'] },
  RP: {
    code: 'RP',
    agsPrefix: '07',
    de: 'Rheinland-Pfalz',
    en: 'Rhineland-Palatinate',
    regionDigits: ['1', '2', '3'],
  },
  BW: {
    code: 'BW',
    agsPrefix: '08',
    de: 'Baden-Württemberg',
    en: 'Baden-Württemberg',
    regionDigits: ['1', '2', '3', '4'],
  },
  BY: {
    code: 'BY',
    agsPrefix: '09',
    de: 'Bayern',
    en: 'Bavaria',
    regionDigits: ['1', '2', '3', '4', '5', '6', '7'],
  },
  SL: { code: 'SL', agsPrefix: '10', de: 'Saarland', en: 'Saarland', regionDigits: ['0'] },
  BE: { code: 'BE', agsPrefix: '11', de: 'Berlin', en: 'Berlin', regionDigits: ['0'] },
  BB: { code: 'BB', agsPrefix: '12', de: 'Brandenburg', en: 'Brandenburg', regionDigits: ['0'] },
  MV: {
    code: 'MV',
    agsPrefix: '13',
    de: 'Mecklenburg-Vorpommern',
    en: 'Mecklenburg-Western Pomerania',
    regionDigits: ['0'],
  },
  SN: { code: 'SN', agsPrefix: '14', de: 'Sachsen', en: 'Saxony', regionDigits: ['5', '6', '7'] },
  ST: { code: 'ST', agsPrefix: '15', de: 'Sachsen-Anhalt', en: 'Saxony-Anhalt', regionDigits: ['0'] },
  TH: { code: 'TH', agsPrefix: '16', de: 'Thüringen', en: 'Thuringia', regionDigits: ['0'] },
};

/** The state whose keys begin with these two digits, or null where there is none. */
export function federalStateByAgsPrefix(prefix: string): FederalState | null {
  return FEDERAL_STATES.find((code) => FEDERAL_STATE_INFO[code].agsPrefix === prefix) ?? null;
}

/** The state with this German name as a published overview prints it ("Nordrhein-Westfalen"), or null. */
export function federalStateByName(germanName: string): FederalState | null {
  return FEDERAL_STATES.find((code) => FEDERAL_STATE_INFO[code].de === germanName.trim()) ?? null;
}
