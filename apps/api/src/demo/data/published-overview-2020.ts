import type { PublishedOverviewGroup } from './published-types.js';

/**
 * Section 4 of the brochure, „Übersicht Modellprojekte Smart Cities 2020“: groups, lines of the leads and lines of the partners as printed
 * („Stambach“, „Verbandsgemeinden Südeifel“ included). The legend names the two phases, but the marks are missing in the text version.
 */
export const publishedOverviewTitle = '4. Übersicht Modellprojekte Smart Cities 2020';

export const publishedOverviewLegend = [
  'Smart City-Strategie in Entwicklung',
  'Smart City-Strategie in Umsetzung',
] as const;

export const publishedOverview: readonly PublishedOverviewGroup[] = [
  {
    portfolioGroup: 'grossstaedte',
    printedHeading: ['Großstädte:'],
    projects: [
      { project: 'Berlin', heading: 'Berlin', partners: [] },
      { project: 'Darmstadt', heading: 'Darmstadt', partners: [] },
      { project: 'Freiburg i. Br', heading: 'Freiburg i. Br', partners: [] },
      { project: 'Gelsenkirchen', heading: 'Gelsenkirchen', partners: [] },
      { project: 'Gütersloh', heading: 'Gütersloh', partners: [] },
      { project: 'Jena', heading: 'Jena', partners: [] },
      { project: 'Kassel', heading: 'Kassel', partners: [] },
      { project: 'Köln', heading: 'Köln', partners: [] },
      { project: 'Lübeck', heading: 'Lübeck', partners: [] },
      { project: 'Mannheim', heading: 'Mannheim', partners: [] },
      { project: 'Mönchengladbach', heading: 'Mönchengladbach', partners: [] },
      { project: 'Paderborn', heading: 'Paderborn', partners: [] },
      { project: 'Rostock', heading: 'Rostock', partners: [] },
    ],
  },
  {
    portfolioGroup: 'mittelstaedte',
    printedHeading: ['Mittlere Städte:'],
    projects: [
      { project: 'Bamberg', heading: 'Bamberg', partners: [] },
      { project: 'Iserlohn', heading: 'Iserlohn', partners: [] },
      { project: 'Lohmar', heading: 'Lohmar', partners: [] },
    ],
  },
  {
    portfolioGroup: 'kleinstaedte_landgemeinden',
    printedHeading: ['Kleinstädte und', 'Landgemeinden:'],
    projects: [
      { project: 'Gemeinde Barleben', heading: 'Gemeinde Barleben', partners: [] },
      { project: 'Gemeinde Eichenzell', heading: 'Gemeinde Eichenzell', partners: [] },
      { project: 'Hagenow', heading: 'Hagenow', partners: [] },
      { project: 'Kirchheim b. München', heading: 'Kirchheim b. München', partners: [] },
    ],
  },
  {
    portfolioGroup: 'interkommunal_landkreise',
    printedHeading: ['Interkommunale Kooperationen', 'und Landkreise:'],
    projects: [
      { project: 'Aalen und Heidenheim an der Brenz', heading: 'Aalen und Heidenheim an der Brenz', partners: [] },
      { project: 'Bad Belzig', heading: 'Bad Belzig mit', partners: ['Gemeinde Wiesenburg/Mark'] },
      { project: 'Dortmund', heading: 'Dortmund mit', partners: ['Stadt Schwerte'] },
      {
        project: 'Eifelkreis Bitburg-Prüm',
        heading: 'Eifelkreis Bitburg-Prüm mit',
        partners: ['Stadt Bitburg', 'Verbandsgemeinden Südeifel', 'Speicher', 'Bitburger Land', 'Arzfeld', 'Prüm'],
      },
      {
        project: 'Gemeinde Fuchstal',
        heading: 'Gemeinde Fuchstal mit',
        partners: ['Gemeinden Apfeldorf', 'Unterdießen'],
      },
      {
        project: 'Hamburg in Kooperation mit Leipzig und München',
        heading: 'Hamburg mit',
        partners: ['Leipzig', 'München'],
      },
      { project: 'Kiel', heading: 'Kiel mit', partners: ['Kommunen aus den Kreisen', 'Rendsburg-Eckernförde', 'Plön'] },
      {
        project: 'Landkreis Hof',
        heading: 'Landkreis Hof mit',
        partners: [
          'Bad Steben',
          'Berg',
          'Döhlau',
          'Feilitzsch',
          'Gattendorf',
          'Geroldsgrün',
          'Helmbrechts',
          'Issigau',
          'Köditz',
          'Konradsreuth',
          'Leupoldsgrün',
          'Lichtenberg',
          'Münchberg',
          'Naila',
          'Oberkotzau',
          'Regnitzlosau',
          'Rehau',
          'Schauenstein',
          'Schwarzenbach a.d. Saale',
          'Schwarzenbach a. Wald',
          'Selbitz',
          'Sparneck',
          'Stambach',
        ],
      },
      { project: 'Landkreis Mayen-Koblenz', heading: 'Landkreis Mayen-Koblenz', partners: [] },
      { project: 'Landkreis St. Wendel', heading: 'Landkreis St. Wendel', partners: [] },
      { project: 'Lemgo', heading: 'Lemgo mit', partners: ['Gemeinde Kalletal'] },
      {
        project: 'Osnabrück',
        heading: 'Osnabrück mit',
        partners: [
          'Gemeinden Hagen am Teutoburger Wald',
          'Bissendorf',
          'Samtgemeinden Fürstenau',
          'Artland',
          'Neuenkirchen',
        ],
      },
    ],
  },
];
