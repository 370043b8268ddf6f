import type { LocalizedText } from '@kuer/domain';

/** What a row of an import can say of an application. `raw` rows, errors and the template all use these keys. */
export const IMPORT_COLUMN_KEYS = [
  'number',
  'title',
  'motto',
  'summary',
  'leadName',
  'leadAgs',
  'partners',
  'federalStates',
  'sizeClass',
  'portfolioGroup',
  'phase',
  'fundingRequested',
  'population',
  'themes',
  'contactEmail',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMN_KEYS)[number];

export interface ImportColumnInfo {
  readonly key: ImportColumn;
  readonly required: boolean;
  /** Heading as the template writes it and as errors name the column. */
  readonly heading: LocalizedText;
  /** Other headings that are understood. Case, blanks, punctuation and what stands in brackets do not matter. */
  readonly aliases: readonly string[];
  /** What belongs into the column, for the second sheet of the template. */
  readonly hint: LocalizedText;
}

const columns: Readonly<Record<ImportColumn, Omit<ImportColumnInfo, 'key'>>> = {
  number: {
    required: false,
    heading: { de: 'Nummer', en: 'Number' },
    aliases: ['Bewerbungsnummer', 'Antragsnummer', 'Nr.', 'Lfd. Nr.', 'No.', 'Application number'],
    hint: {
      de: 'Nummer der Bewerbung, zum Beispiel B-001. Leer: die nächste freie Nummer wird vergeben. Eine vorhandene Nummer ändert die Bewerbung.',
      en: 'Number of the application, as B-001. Empty: the next free number. An existing number changes that application.',
    },
  },
  title: {
    required: true,
    heading: { de: 'Titel', en: 'Title' },
    aliases: ['Projekttitel', 'Projektname', 'Project title'],
    hint: {
      de: 'Titel des Vorhabens, höchstens 300 Zeichen.',
      en: 'Title of the project, at most 300 characters.',
    },
  },
  motto: {
    required: false,
    heading: { de: 'Motto', en: 'Motto' },
    aliases: ['Leitmotiv', 'Slogan'],
    hint: {
      de: 'Motto, höchstens 500 Zeichen.',
      en: 'Motto, at most 500 characters.',
    },
  },
  summary: {
    required: false,
    heading: { de: 'Kurzbeschreibung', en: 'Summary' },
    aliases: ['Zusammenfassung', 'Kurzfassung', 'Beschreibung', 'Description', 'Abstract'],
    hint: {
      de: 'Kurzbeschreibung, höchstens 20.000 Zeichen.',
      en: 'Summary, at most 20,000 characters.',
    },
  },
  leadName: {
    required: true,
    heading: { de: 'Federführende Kommune', en: 'Lead' },
    aliases: [
      'Kommune',
      'Antragsteller',
      'Antragstellende Kommune',
      'Federführung',
      'Lead name',
      'Lead municipality',
      'Applicant',
    ],
    hint: {
      de: 'Name der federführenden Kommune.',
      en: 'Name of the lead municipality.',
    },
  },
  leadAgs: {
    required: true,
    heading: { de: 'AGS', en: 'Lead AGS' },
    aliases: [
      'AGS/ARS',
      'ARS',
      'AGS der federführenden Kommune',
      'Gemeindeschlüssel',
      'Amtlicher Gemeindeschlüssel',
      'Regionalschlüssel',
      'Lead key',
    ],
    hint: {
      de: 'Amtlicher Gemeindeschlüssel (8 Ziffern) oder Regionalschlüssel (12 Ziffern) der federführenden Kommune. Bitte die Zellen als Text formatieren, führende Nullen zählen. Kreise: fünfstelliger Kreisschlüssel und 000.',
      en: 'Official key of the lead: AGS (8 digits) or ARS (12 digits). Please format the cells as text, leading zeros count. Districts: their five digits and 000.',
    },
  },
  partners: {
    required: false,
    heading: { de: 'Kooperationspartner', en: 'Partners' },
    aliases: ['Partner', 'Kooperation', 'Kooperierende Kommunen', 'Cooperation partners'],
    hint: {
      de: 'Kooperationspartner in der Form „Name (AGS); Name (AGS)“. Partner ohne eigenen Schlüssel ohne Klammer.',
      en: 'Partners in the form “Name (AGS); Name (AGS)”. Partners without a key of their own without brackets.',
    },
  },
  federalStates: {
    required: false,
    heading: { de: 'Länder', en: 'States' },
    aliases: ['Land', 'Bundesland', 'Bundesländer', 'State', 'Federal state', 'Federal states'],
    hint: {
      de: 'Länder nach Kürzel (NW) oder Namen (Nordrhein-Westfalen), mehrere durch Komma getrennt. Leer: das Land des AGS.',
      en: 'States by code (NW) or German name, several separated by commas. Empty: the state of the AGS.',
    },
  },
  sizeClass: {
    required: true,
    heading: { de: 'Gemeindegrößenklasse', en: 'Size class' },
    aliases: ['Größenklasse', 'Stadt- und Gemeindetyp', 'Gemeindetyp', 'Kreistyp'],
    hint: {
      de: 'Stadt- und Gemeindetyp des BBSR, bei Kreisen der Kreistyp, zum Beispiel „Kleinere Mittelstadt“.',
      en: 'BBSR type of the municipality or district by its German or English name, as “Smaller medium-sized town”.',
    },
  },
  portfolioGroup: {
    required: true,
    heading: { de: 'Gruppe', en: 'Portfolio group' },
    aliases: ['Auswahlgruppe', 'Portfoliogruppe', 'Group'],
    hint: {
      de: 'Großstädte, Mittelstädte, Kleinstädte und Landgemeinden oder Interkommunale Kooperationen und Landkreise.',
      en: 'Cities; Medium-sized towns; Small towns and rural municipalities; or Inter-municipal cooperations and districts.',
    },
  },
  phase: {
    required: true,
    heading: { de: 'Phase', en: 'Phase' },
    aliases: ['Projektphase', 'Project phase'],
    hint: {
      de: 'A (Strategie in Entwicklung) oder B (Strategie in Umsetzung).',
      en: 'A (strategy in development) or B (strategy in implementation).',
    },
  },
  fundingRequested: {
    required: true,
    heading: {
      de: 'Beantragte Förderung (EUR)',
      en: 'Funding requested (EUR)',
    },
    aliases: [
      'Beantragte Förderung',
      'Fördersumme',
      'Förderbetrag',
      'Förderung',
      'Zuwendung',
      'Funding',
      'Funding requested',
    ],
    hint: {
      de: 'Beantragte Förderung in Euro, zum Beispiel 4.250.000,00.',
      en: 'Funding requested in euros, as 4,250,000.00.',
    },
  },
  population: {
    required: false,
    heading: { de: 'Einwohnerzahl', en: 'Population' },
    aliases: ['Einwohner', 'Einwohnerinnen und Einwohner', 'EW', 'Inhabitants'],
    hint: {
      de: 'Einwohnerzahl als ganze Zahl.',
      en: 'Number of inhabitants, a whole number.',
    },
  },
  themes: {
    required: false,
    heading: { de: 'Themenfelder', en: 'Themes' },
    aliases: ['Themen', 'Handlungsfelder', 'Schlagwörter', 'Fields of action', 'Topics'],
    hint: {
      de: 'Themenfelder, durch Komma getrennt.',
      en: 'Themes, separated by commas.',
    },
  },
  contactEmail: {
    required: false,
    heading: { de: 'E-Mail', en: 'E-mail' },
    aliases: ['Kontakt', 'Kontakt-E-Mail', 'E-Mail-Adresse', 'Mail', 'Contact', 'Contact e-mail', 'E-mail address'],
    hint: {
      de: 'E-Mail-Adresse für Rückfragen.',
      en: 'E-mail address for questions.',
    },
  },
};

/** The documented columns in their order. */
export const IMPORT_COLUMNS: readonly ImportColumnInfo[] = IMPORT_COLUMN_KEYS.map((key) => ({ key, ...columns[key] }));

export function importColumn(key: ImportColumn): ImportColumnInfo {
  return { key, ...columns[key] };
}

const bare = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const columnByHeading = new Map<string, ImportColumn>(
  IMPORT_COLUMNS.flatMap(({ key, heading, aliases }) =>
    [key, heading.de, heading.en, ...aliases].map((text): [string, ImportColumn] => [bare(text), key]),
  ),
);

/** Columns that an export has besides; an import passes over them, so that a table can be exported, edited and imported again. */
export const READ_ONLY_COLUMNS = {
  state: { de: 'Stand', en: 'Status' },
  recused: { de: 'Befangen', en: 'Recused' },
  generated: { de: 'Generierte Daten', en: 'Generated data' },
  reviews: { de: 'Eingereichte Gutachten', en: 'Reviews submitted' },
  total: { de: 'Gesamtwertung', en: 'Total' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const readOnlyHeadings = new Set(Object.values(READ_ONLY_COLUMNS).flatMap(({ de, en }) => [bare(de), bare(en)]));

export function isReadOnlyHeading(heading: string): boolean {
  return readOnlyHeadings.has(bare(heading));
}

/** The column a heading stands for, German or English, or null where it is none of ours. */
export function importColumnByHeading(heading: string): ImportColumn | null {
  return columnByHeading.get(bare(heading)) ?? null;
}
