import type { PublishedCriterionGroup } from './published-types.js';

/**
 * Criteria K1–K12 in their three groups, verbatim from the BMI brochure „Modellprojekte Smart Cities 2020“ (September 2020), section 2, page 6.
 * The brochure prints neither weights nor a scale nor thresholds: they are settings of the call.
 */
export const publishedCriteria: readonly PublishedCriterionGroup[] = [
  {
    code: 'G1',
    name: 'Zukunftsfähigkeit und integrierte Stadtentwicklung',
    criteria: [
      {
        code: 'K1',
        printedCode: 'K 1',
        text: 'Orientierung an übergeordneten und lokalen stadtentwicklungspolitischen Zielen',
      },
      { code: 'K2', printedCode: 'K 2', text: 'Ausrichtung an der lokalen Ausgangslage' },
      { code: 'K3', printedCode: 'K 3', text: 'Systematische Zukunftsbefassung' },
      {
        code: 'K4',
        printedCode: 'K 4',
        text: 'Potenzial zur Lösung alter und neuer stadtentwicklungspolitischer Herausforderungen',
      },
      {
        code: 'K5',
        printedCode: 'K 5',
        text: 'Gestaltende Nutzung der Digitalisierung im Raum und Umgang mit ihren stadträumlichen Wirkungen',
      },
    ],
  },
  {
    code: 'G2',
    name: 'Netzwerkstadt: Einbezug der Akteure und lokale Ressourcen',
    criteria: [
      {
        code: 'K6',
        printedCode: 'K 6',
        text: 'Aussagekräftige, empiriebasierte und partizipative Smart-City-Strategie',
      },
      {
        code: 'K7',
        printedCode: 'K 7',
        text: 'Berücksichtigung des Ressourcenbedarfs (Finanzen, Daten, Kompetenzen, Personal) bei der Entwicklung und Auswahl von Maßnahmen',
      },
      {
        code: 'K8',
        printedCode: 'K 8',
        text: 'Berücksichtigung der Realisierbarkeit und betrieblicher Notwendigkeiten',
      },
    ],
  },
  {
    code: 'G3',
    name: 'Stadtnetzwerk: Modellhaftigkeit',
    criteria: [
      {
        code: 'K9',
        printedCode: 'K 9',
        text: 'Skalierbarkeit/Ausrollbarkeit: Systemintegration, Sektorkopplung, Überwindung und Vermeidung von Pfadabhängigkeiten',
      },
      { code: 'K10', printedCode: 'K 10', text: 'Reproduzierbarkeit vom Pilot in die breite Umsetzung' },
      {
        code: 'K11',
        printedCode: 'K 11',
        text: 'Übertragbarkeit in andere Kommunen: Bereitstellung von Lösungen, Werkzeugen und freier Software (Open-Source-Prinzip)',
      },
      { code: 'K12', printedCode: 'K 12', text: 'Weiterentwicklung planerischer Grundlagen und Methoden' },
    ],
  },
];
