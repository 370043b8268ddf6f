import type { FederalState, Role } from '@kuer/domain';
import type { DemoTheme } from './concepts/concept.js';

/** A person of the demo. All of them are invented; where they live and work is partly real, so that conflicts can be shown. */
export interface Persona {
  readonly key: PersonaKey;
  readonly email: string;
  readonly displayName: string;
  readonly isAdministrator: boolean;
  readonly roles: readonly Role[];
  readonly expertise: readonly DemoTheme[];
  readonly employer: string | null;
  readonly municipalityAgs: string | null;
  readonly homeState: FederalState | null;
}

const DOMAIN = 'demo.example';

export type ReviewerKey = `gutachten${string}`;
export type JurorKey = `jury${string}` | 'vorsitz';
export type PersonaKey =
  | 'admin'
  | 'koordination'
  | 'koordination2'
  | 'pruefung1'
  | 'pruefung2'
  | 'revision'
  | ReviewerKey
  | JurorKey;

type Details = Partial<Pick<Persona, 'expertise' | 'employer' | 'municipalityAgs' | 'homeState' | 'isAdministrator'>>;

const persona = (key: PersonaKey, displayName: string, roles: readonly Role[], details: Details = {}): Persona => ({
  key,
  email: `${key}@${DOMAIN}`,
  displayName,
  roles,
  isAdministrator: false,
  expertise: [],
  employer: null,
  municipalityAgs: null,
  homeState: null,
  ...details,
});

const reviewer = (number: number, name: string, expertise: readonly DemoTheme[], details: Details): Persona =>
  persona(`gutachten${String(number).padStart(2, '0')}`, name, ['reviewer'], { expertise, ...details });

const juror = (number: number, name: string, details: Details): Persona =>
  persona(`jury${String(number).padStart(2, '0')}`, name, ['juror'], details);

const MINISTRY = 'Geschäftsstelle Modellprojekte';

/** Everyone with a demo account. */
export const personas: readonly Persona[] = [
  persona('admin', 'Torben Achterkamp', [], { isAdministrator: true, employer: MINISTRY }),
  persona('koordination', 'Friederike Salmuth', ['coordinator'], { employer: MINISTRY }),
  persona('koordination2', 'Emre Kaltenbrunn', ['coordinator'], { employer: MINISTRY }),
  persona('pruefung1', 'Wiebke Ohlendiek', ['examiner'], { employer: MINISTRY }),
  persona('pruefung2', 'Matthis Rabensteiner', ['examiner'], { employer: MINISTRY }),
  reviewer(1, 'Prof. Dr. Hanne Wiedekind', ['Daten', 'Verwaltung'], {
    employer: 'Hochschule Wetterhain',
    homeState: 'HE',
  }),
  reviewer(2, 'Dr. Joachim Terbrüggen', ['Mobilität', 'Klimaanpassung'], {
    employer: 'Planungsbüro Terbrüggen und Partner',
    homeState: 'NW',
  }),
  reviewer(3, 'Dr. Ayşe Demirkol', ['Beteiligung', 'Wohnen'], {
    employer: 'Institut für Stadtdialog',
    municipalityAgs: '06611000',
    homeState: 'HE',
  }),
  reviewer(4, 'Prof. Dr. Ruprecht Eisenlohr', ['Energie', 'Klimaanpassung'], {
    employer: 'Technische Hochschule Donauried',
    homeState: 'BY',
  }),
  reviewer(5, 'Maren Quistorf', ['Verwaltung', 'Bildung'], {
    employer: 'Netzwerk Kommunale Digitalisierung',
    homeState: 'NI',
  }),
  reviewer(6, 'Dr. Silvan Oberhauser', ['Wirtschaft', 'Daten'], {
    employer: 'Institut für Regionalökonomie Auental',
    homeState: 'BW',
  }),
  reviewer(7, 'Dr. Katarzyna Lewinowska', ['Gesundheit', 'Wohnen'], {
    employer: 'Zentrum für Versorgungsforschung Peeneland',
    homeState: 'MV',
  }),
  reviewer(8, 'Bernd Holtkötter', ['Sicherheit', 'Verwaltung'], {
    employer: 'Beratungsbüro Holtkötter',
    municipalityAgs: '05315000',
    homeState: 'NW',
  }),
  reviewer(9, 'Prof. Dr. Irmela Fasold', ['Kultur', 'Beteiligung'], {
    employer: 'Hochschule Unstrutheide',
    homeState: 'TH',
  }),
  reviewer(10, 'Dr. Niklas Bramfeld', ['Mobilität', 'Daten'], { employer: 'Verkehrsinstitut Küste', homeState: 'SH' }),
  reviewer(11, 'Dr. Corinna Ziegenhals', ['Bildung', 'Kultur'], {
    employer: 'Institut für Lernräume',
    homeState: 'SN',
  }),
  reviewer(12, 'Anselm Krautwald', ['Daten', 'Sicherheit'], {
    employer: 'Genossenschaft für offene Verwaltungssoftware',
    municipalityAgs: '14713000',
    homeState: 'SN',
  }),
  reviewer(13, 'Prof. Dr. Leonie Sprengard', ['Klimaanpassung', 'Wohnen'], {
    employer: 'Hochschule Rheinlay',
    homeState: 'RP',
  }),
  reviewer(14, 'Dr. Tilman Uckermark-Voss', ['Wirtschaft', 'Energie'], {
    employer: 'Institut für ländliche Räume Havelheide',
    homeState: 'BB',
  }),
  reviewer(15, 'Sabine Dragoner', ['Verwaltung', 'Beteiligung'], {
    employer: 'Büro für Bürgerdialog',
    homeState: 'ST',
  }),
  reviewer(16, 'Dr. Marek Hollunder', ['Gesundheit', 'Daten'], {
    employer: 'Institut für Gesundheitsregionen',
    homeState: 'BE',
  }),
  reviewer(17, 'Prof. Dr. Gesine Althaber', ['Wohnen', 'Energie'], {
    employer: 'Hochschule Weserhaven',
    homeState: 'HB',
  }),
  reviewer(18, 'Dr. Paolo Sartorini', ['Kultur', 'Wirtschaft'], {
    employer: 'Planungsbüro Sartorini',
    homeState: 'BY',
  }),
  reviewer(19, 'Ulrike Hammerstädt', ['Bildung', 'Gesundheit'], {
    employer: 'Akademie für den ländlichen Raum',
    homeState: 'SL',
  }),
  reviewer(20, 'Dr. Johannes Wiesengrund-Pohl', ['Sicherheit', 'Mobilität'], {
    employer: 'Institut für Krisenvorsorge',
    homeState: 'HH',
  }),
  juror(1, 'Dr. Annegret Lindhorst', { employer: 'Bund der Stadtplanungen', homeState: 'NI' }),
  juror(2, 'Carsten Wildauer', { employer: 'Verband der Landgemeinden', homeState: 'BB' }),
  juror(3, 'Heike Brodersen-Thun', {
    employer: 'Wohnungsgenossenschaft Förde',
    municipalityAgs: '01002000',
    homeState: 'SH',
  }),
  juror(4, 'Prof. Dr. Stefan Ochsenreiter', { employer: 'Technische Hochschule Mainleithen', homeState: 'BY' }),
  juror(5, 'Dr. Nuray Özgentürk', { employer: 'Stiftung Gemeinsinn und Technik', homeState: 'NW' }),
  juror(6, 'Gunnar Apelt', { employer: 'Zentrum für offene Daten', municipalityAgs: '16053000', homeState: 'TH' }),
  juror(7, 'Dr. Beatrix von Hallwang', { employer: 'Bundesvereinigung der Landkreise', homeState: 'RP' }),
  juror(8, 'Michael Tannert', { employer: 'Verbraucherinitiative Digitales', homeState: 'SN' }),
  juror(9, 'Prof. Dr. Elif Sonnleitner', { employer: 'Hochschule Alblingen', homeState: 'BW' }),
  persona('vorsitz', 'Prof. Dr. Dorothea Kirchgässner', ['chair'], {
    employer: 'Akademie für Raum und Gesellschaft',
    homeState: 'HE',
  }),
  persona('revision', 'Dr. Holger Imhoff-Bahr', ['auditor'], { employer: 'Ministerium, Referat Revision' }),
];

const byKey = new Map(personas.map((person) => [person.key, person]));

/** The person of an account; throws where there is none, which would be an error in the data. */
export function personaOf(key: PersonaKey): Persona {
  const person = byKey.get(key);
  if (!person) throw new Error(`No demo account ${key}`);
  return person;
}

export const reviewerKeys: readonly ReviewerKey[] = personas
  .filter(({ roles }) => roles.includes('reviewer'))
  .map(({ key }) => key as ReviewerKey);

export const jurorKeys: readonly JurorKey[] = personas
  .filter(({ roles }) => roles.includes('juror') || roles.includes('chair'))
  .map(({ key }) => key as JurorKey);

/** Everyone in the role of their account; administrators hold none in a call. */
export const callMembers = personas
  .filter(({ roles }) => roles.length > 0)
  .map(({ key, roles }) => ({ person: key, roles }));
