import type { CallResponse } from '@kuer/contract';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';

export const APPLICATIONS = 86;

/** Federal state and the beginning of an AGS that lies in it. */
const STATES = ['010', '031', '055', '064', '071', '083', '097', '120', '147', '150', '160'] as const;
const CLASSES = [
  ['Großstädte', 'Kleinere Großstadt', 180_000],
  ['Mittelstädte', 'Größere Mittelstadt', 64_000],
  ['Kleinstädte und Landgemeinden', 'Größere Kleinstadt', 14_000],
  ['Interkommunale Kooperationen und Landkreise', 'Kleinere Mittelstadt', 31_000],
] as const;
const GROUPS = ['grossstaedte', 'mittelstaedte', 'kleinstaedte_landgemeinden', 'interkommunal_landkreise'] as const;

const HEADINGS = [
  'Nummer',
  'Titel',
  'Motto',
  'Kurzbeschreibung',
  'Federführende Kommune',
  'AGS',
  'Kooperationspartner',
  'Gemeindegrößenklasse',
  'Gruppe',
  'Phase',
  'Beantragte Förderung (EUR)',
  'Einwohnerzahl',
  'Themenfelder',
];

export const numberOf = (index: number): string => `B-${String(index + 1).padStart(3, '0')}`;
export const placeOf = (index: number): string => `Musterort ${String(index + 1).padStart(2, '0')}`;

/** The list of applications as an office keeps it: municipalities that do not exist, with keys of the right form. */
export async function listOfApplications(): Promise<Buffer> {
  const text = (value: string): Cell => ({ type: String, value });
  const rows = Array.from({ length: APPLICATIONS }, (_, index): Cell[] => {
    const [group, sizeClass, population] = CLASSES[index % CLASSES.length] ?? CLASSES[0];
    return [
      text(numberOf(index)),
      text(`Gemeinsam digital in ${placeOf(index)}`),
      text('Kommunen erproben das Verfahren'),
      text(
        `${placeOf(index)} entwickelt mit Bürgerschaft, Verwaltung und Wirtschaft eine Strategie für die digitale Stadt.`,
      ),
      text(placeOf(index)),
      text(`${STATES[index % STATES.length]}${10_000 + index}`),
      // A cooperation has somebody to cooperate with.
      text(
        index % CLASSES.length === 3
          ? `Nachbarort ${index + 1} (${STATES[index % STATES.length]}${20_000 + index})`
          : '',
      ),
      text(sizeClass),
      text(group),
      text(index % 3 === 0 ? 'B' : 'A'),
      { type: Number, value: 6_000_000 + (index % 9) * 500_000 },
      { type: Number, value: population },
      text(index % 2 === 0 ? 'Mobilität; Daten' : 'Verwaltung; Beteiligung'),
    ];
  });
  return writeXlsxFile([HEADINGS.map(text), ...rows], { sheet: 'Bewerbungen' }).toBuffer();
}

/** What the call asks for: one document, 30 to 32 projects, every group represented. */
export const settingsOf = ({ settings }: CallResponse): CallResponse['settings'] => ({
  ...settings,
  documents: [{ key: 'project_outline', label: { de: 'Projektskizze', en: 'Project outline' }, required: true }],
  corridors: GROUPS.map((value) => ({ dimension: 'portfolioGroup' as const, value, min: 5, max: 12 })),
  budget: { total: 330_000_000, count: { min: 30, max: 32 } },
  dates: {},
  rules: { ...settings.rules, minJustificationLength: 20, ownStateConflict: false, quorumShare: 0.5, ballot: 'open' },
});

/** Two thirds lie well above the threshold; two reviewers differ by a step at most. */
export function scoreOf(applicationIndex: number, reviewerIndex: number, criterionIndex: number): number {
  const base = applicationIndex % 3 === 2 ? 2 : 4;
  const wave = (applicationIndex * 7 + criterionIndex * 5) % 4 === 0 ? 1 : 0;
  const strict = (reviewerIndex + criterionIndex) % 5 === 0 ? -1 : 0;
  return Math.max(0, Math.min(5, base + wave + strict));
}

export const justificationOf = (criterion: string, value: number): string =>
  `Zu ${criterion} ist die Darstellung mit ${value} von 5 zu bewerten: Ziele, Wege und Beteiligte sind benannt.`;
