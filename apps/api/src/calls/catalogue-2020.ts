import type { Catalogue } from '@kuer/domain';

/**
 * The published criteria K1–K12 in their three groups: what a new call starts with.
 * Source: BMI brochure „Modellprojekte Smart Cities 2020“ (September 2020), section 2, page 6; weights are not printed there and start at 1.
 */
export const CATALOGUE_2020: Catalogue = {
  groups: [
    {
      code: 'G1',
      name: 'Zukunftsfähigkeit und integrierte Stadtentwicklung',
      criteria: [
        {
          code: 'K1',
          text: 'Orientierung an übergeordneten und lokalen stadtentwicklungspolitischen Zielen',
          weight: 1,
        },
        {
          code: 'K2',
          text: 'Ausrichtung an der lokalen Ausgangslage',
          weight: 1,
        },
        {
          code: 'K3',
          text: 'Systematische Zukunftsbefassung',
          weight: 1,
        },
        {
          code: 'K4',
          text: 'Potenzial zur Lösung alter und neuer stadtentwicklungspolitischer Herausforderungen',
          weight: 1,
        },
        {
          code: 'K5',
          text: 'Gestaltende Nutzung der Digitalisierung im Raum und Umgang mit ihren stadträumlichen Wirkungen',
          weight: 1,
        },
      ],
    },
    {
      code: 'G2',
      name: 'Netzwerkstadt: Einbezug der Akteure und lokale Ressourcen',
      criteria: [
        {
          code: 'K6',
          text: 'Aussagekräftige, empiriebasierte und partizipative Smart-City-Strategie',
          weight: 1,
        },
        {
          code: 'K7',
          text: 'Berücksichtigung des Ressourcenbedarfs (Finanzen, Daten, Kompetenzen, Personal) bei der Entwicklung und Auswahl von Maßnahmen',
          weight: 1,
        },
        {
          code: 'K8',
          text: 'Berücksichtigung der Realisierbarkeit und betrieblicher Notwendigkeiten',
          weight: 1,
        },
      ],
    },
    {
      code: 'G3',
      name: 'Stadtnetzwerk: Modellhaftigkeit',
      criteria: [
        {
          code: 'K9',
          text: 'Skalierbarkeit/Ausrollbarkeit: Systemintegration, Sektorkopplung, Überwindung und Vermeidung von Pfadabhängigkeiten',
          weight: 1,
        },
        {
          code: 'K10',
          text: 'Reproduzierbarkeit vom Pilot in die breite Umsetzung',
          weight: 1,
        },
        {
          code: 'K11',
          text: 'Übertragbarkeit in andere Kommunen: Bereitstellung von Lösungen, Werkzeugen und freier Software (Open-Source-Prinzip)',
          weight: 1,
        },
        {
          code: 'K12',
          text: 'Weiterentwicklung planerischer Grundlagen und Methoden',
          weight: 1,
        },
      ],
    },
  ],
};
