/** The fields of action that applications are sorted into. */
export const DEMO_THEMES = [
  'Mobilität',
  'Energie',
  'Bildung',
  'Verwaltung',
  'Klimaanpassung',
  'Daten',
  'Beteiligung',
  'Gesundheit',
  'Wirtschaft',
  'Wohnen',
  'Kultur',
  'Sicherheit',
] as const;
export type DemoTheme = (typeof DEMO_THEMES)[number];

/**
 * An invented project, told without its place: `{name}` stands for the municipality, `{region}` for the name of a district without its kind.
 * `measure` is what reviewers point to in their reasons.
 */
export interface Concept {
  readonly title: string;
  readonly motto: string;
  readonly summary: string;
  readonly themes: readonly DemoTheme[];
  readonly measure: string;
}
