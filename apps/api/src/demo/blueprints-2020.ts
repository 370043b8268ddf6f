import type { FederalState, PortfolioGroup } from '@kuer/domain';
import type { Blueprint } from './invent-applications.js';

/** Totals that the published projects are to reach; no scores were published, so these are as invented as the rest. */
export const publishedTargets: Readonly<Record<string, number>> = {
  Berlin: 80.8,
  Darmstadt: 86.7,
  'Freiburg i. Br': 79.2,
  Gelsenkirchen: 76.7,
  Gütersloh: 73.3,
  Jena: 82.5,
  Kassel: 78.3,
  Köln: 84.2,
  Lübeck: 74.2,
  Mannheim: 83.3,
  Mönchengladbach: 71.7,
  Paderborn: 75.8,
  Rostock: 80,
  Bamberg: 82.5,
  Iserlohn: 79.2,
  Lohmar: 75.8,
  'Gemeinde Barleben': 71.7,
  'Gemeinde Eichenzell': 80,
  Hagenow: 78.3,
  'Kirchheim b. München': 75,
  'Aalen und Heidenheim an der Brenz': 75,
  'Bad Belzig': 79.2,
  Dortmund: 80.8,
  'Eifelkreis Bitburg-Prüm': 77.5,
  'Gemeinde Fuchstal': 72.5,
  'Hamburg in Kooperation mit Leipzig und München': 87.5,
  Kiel: 76.7,
  'Landkreis Hof': 81.7,
  'Landkreis Mayen-Koblenz': 73.3,
  'Landkreis St. Wendel': 83.3,
  Lemgo: 70.8,
  Osnabrück: 76.7,
};

export const rows = (group: PortfolioGroup, list: readonly (readonly [FederalState, number, number?])[]): Blueprint[] =>
  list.map(([state, target, weakGroup]) => ({
    group,
    state,
    target,
    ...(weakGroup === undefined ? {} : { weakGroup }),
  }));

/** The 54 that were not selected and never published: how many applied in which state and group, and with what success, is invented. */
export const inventedBlueprints: readonly Blueprint[] = [
  ...rows('grossstaedte', [
    ['BW', 75],
    ['BY', 66.7],
    ['NI', 56.7],
    ['HB', 51.7],
    ['NW', 49.2],
    ['NW', 44.2],
  ]),
  ...rows('mittelstaedte', [
    ['BY', 80.8],
    ['NI', 77.5],
    ['BW', 73.3],
    ['HE', 70.8],
    ['NW', 68.3],
    ['SN', 65.8],
    ['SH', 64.2],
    ['RP', 62.5, 2],
    ['BY', 58.3],
    ['NW', 56.7],
    ['BB', 55],
    ['ST', 53.3],
    ['HE', 50.8],
    ['TH', 49.2],
    ['NI', 46.7],
    ['BW', 45],
    ['NW', 40.8],
    ['BY', 38.3],
  ]),
  ...rows('kleinstaedte_landgemeinden', [
    ['SH', 77.5],
    ['TH', 73.3],
    ['BY', 69.2],
    ['NI', 67.5],
    ['RP', 65],
    ['BW', 63.3],
    ['SL', 62.5],
    ['MV', 60.8, 1],
    ['HE', 58.3],
    ['BB', 56.7],
    ['BY', 55.8],
    ['SN', 54.2],
    ['ST', 51.7],
    ['NI', 50],
    ['BW', 48.3],
    ['RP', 45.8],
    ['HE', 43.3],
    ['NW', 40],
    ['BY', 35.8],
  ]),
  ...rows('interkommunal_landkreise', [
    ['NI', 74.2],
    ['TH', 69.2],
    ['BY', 65.8],
    ['MV', 62.5],
    ['HE', 58.3],
    ['NW', 55.8],
    ['BB', 52.5],
    ['SN', 50],
    ['RP', 46.7],
    ['BW', 44.2],
    ['SH', 39.2],
  ]),
];

/** Of those, by group and place in the list: reviews that diverged, and what became of it. */
export const inventedDivergences = {
  amended: { group: 'mittelstaedte', target: 73.3 },
  thirdReview: { group: 'kleinstaedte_landgemeinden', target: 65 },
  upheld: { group: 'interkommunal_landkreise', target: 65.8 },
} as const;

/** Why the jury left out what ranked higher than something it took, by group and target. `{theme}` is the application's first theme. */
export const passedOverReasons: readonly {
  readonly group: PortfolioGroup;
  readonly target: number;
  readonly reason: string;
}[] = [
  {
    group: 'grossstaedte',
    target: 75,
    reason:
      'Baden-Württemberg ist in der Gruppe bereits mit zwei höher bewerteten Großstädten vertreten. Mit drei etwas niedriger bewerteten Vorhaben bezieht die Jury stattdessen eine Hansestadt an der früheren innerdeutschen Grenze und zwei Städte ohne Universität ein, von denen Städte ohne eigene Forschungslandschaft lernen können.',
  },
  {
    group: 'mittelstaedte',
    target: 80.8,
    reason:
      'Der Ansatz im Themenfeld {theme} ist fachlich stark, im Bündel aber bereits mehrfach und in größerem Maßstab vertreten. Bei nur drei Plätzen der Gruppe gibt die Jury Vorhaben den Vorzug, von denen Kommunen im Umland großer Städte lernen können.',
  },
  {
    group: 'mittelstaedte',
    target: 77.5,
    reason:
      'Die Bewerbung überzeugt, überschneidet sich in Ziel und Vorgehen aber weitgehend mit einem ausgewählten Vorhaben einer interkommunalen Kooperation desselben Landes. Die Jury vermeidet die doppelte Erprobung und setzt die Bewerbung auf Platz 2 der Nachrückliste.',
  },
  {
    group: 'kleinstaedte_landgemeinden',
    target: 77.5,
    reason:
      'Schleswig-Holstein ist durch eine Großstadt und eine Stadt-Umland-Kooperation vertreten. Für kleine Gemeinden in Ostdeutschland stünde ohne die ausgewählte Bewerbung aus Sachsen-Anhalt nur ein Beispiel zur Verfügung; dieser Gesichtspunkt wiegt schwerer als der Abstand in der Bewertung.',
  },
  {
    group: 'kleinstaedte_landgemeinden',
    target: 73.3,
    reason:
      'Das Themenfeld {theme} ist in der Gruppe bereits besetzt. Die ausgewählte Bewerbung deckt mit ihrem Zuschnitt als Umlandgemeinde einer Landeshauptstadt einen Gemeindetyp ab, der im Bündel sonst nicht vorkommt.',
  },
  {
    group: 'interkommunal_landkreise',
    target: 74.2,
    reason:
      'Niedersachsen ist in der Gruppe durch eine Kooperation ähnlichen Zuschnitts vertreten. Um auch sehr kleine Gemeinden und eine kreisangehörige Doppelkooperation abzubilden, nimmt die Jury drei etwas niedriger bewertete Vorhaben auf.',
  },
];
