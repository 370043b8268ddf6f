import type { Concept } from './concept.js';

/** Invented projects of districts and of several municipalities together. */
export const cooperationConcepts: readonly Concept[] = [
  {
    title: 'Region auf Empfang – gemeinsame Datenplattform {region}',
    motto: 'Einmal aufbauen, gemeinsam nutzen',
    summary:
      'Die beteiligten Kommunen betreiben eine Plattform für Sensor- und Fachdaten mit gemeinsamen Regeln. Kleine Gemeinden nutzen fertige Bausteine, ohne eigene Technik vorzuhalten.',
    themes: ['Daten', 'Verwaltung'],
    measure: 'regionale Datenplattform',
  },
  {
    title: 'Ein Takt für alle – Mobilitätsverbund {region}',
    motto: 'Über Grenzen hinweg unterwegs',
    summary:
      'Fahrpläne, Rufbusse und Schülerverkehr werden über die Gemeindegrenzen hinweg abgestimmt. Eine gemeinsame Leitstelle disponiert nach Nachfrage und veröffentlicht alle Fahrplandaten.',
    themes: ['Mobilität', 'Daten'],
    measure: 'gemeinsame Leitstelle',
  },
  {
    title: 'Gesundheitsregion {region} – Wege verkürzen',
    motto: 'Versorgung, die ankommt',
    summary:
      'Kliniken, Praxen und Rettungsdienst verabreden gemeinsame Abläufe und Datenwege. Gesundheitskioske in vier Orten beraten und vermitteln.',
    themes: ['Gesundheit', 'Daten', 'Mobilität'],
    measure: 'Gesundheitskioske',
  },
  {
    title: 'Gemeinsam klimafest: Anpassung in {region}',
    motto: 'Ein Fluss, ein Plan',
    summary:
      'Ober- und Unterlieger planen Rückhalt, Begrünung und Warnung gemeinsam. Ein Modell des Einzugsgebiets zeigt, welche Maßnahme wem nützt, und verteilt die Kosten danach.',
    themes: ['Klimaanpassung', 'Sicherheit', 'Daten'],
    measure: 'Einzugsgebietsmodell',
  },
  {
    title: 'Verwaltung im Verbund – {region} teilt Dienste',
    motto: 'Zusammen zuständig',
    summary:
      'Bauanträge, Personenstand und Beschaffung werden in gemeinsamen Teams bearbeitet. Bürgerbüros vor Ort bleiben erhalten und erhalten mehr Befugnisse.',
    themes: ['Verwaltung', 'Beteiligung'],
    measure: 'Gemeinschaftsteams',
  },
  {
    title: 'Energieland {region}',
    motto: 'Wertschöpfung bleibt hier',
    summary:
      'Ein regionales Energiemanagement verbindet Windparks, Biogas und öffentliche Gebäude. Überschüsse werden in der Region genutzt; Bürgergenossenschaften sind beteiligt.',
    themes: ['Energie', 'Wirtschaft'],
    measure: 'Energiemanagement',
  },
  {
    title: 'Lernregion {region}: Schule, Betrieb, Hochschule',
    motto: 'Hier lernen, hier bleiben',
    summary:
      'Berufsschulen, Betriebe und eine Hochschule stimmen Kurse aufeinander ab und teilen Werkstätten. Ein mobiles Labor fährt alle Schulen der Region an.',
    themes: ['Bildung', 'Wirtschaft'],
    measure: 'mobiles Labor',
  },
  {
    title: 'Orte mit Zukunft – Ortskerne stärken in {region}',
    motto: 'Leben zwischen Kirche und Rathaus',
    summary:
      'Die Kommunen erfassen Leerstand und Bedarf nach demselben Verfahren und beraten gemeinsam. Ein Umbauteam hilft Eigentümern vom ersten Gespräch bis zum Förderantrag.',
    themes: ['Wohnen', 'Wirtschaft', 'Kultur'],
    measure: 'Umbauteam',
  },
  {
    title: 'Sicher vernetzt: Krisenvorsorge in {region}',
    motto: 'Gemeinsam handlungsfähig',
    summary:
      'Warnung, Lagebild und Notversorgung werden über Kreis- und Gemeindegrenzen hinweg geplant und geübt. Jede Kommune erhält dieselbe Grundausstattung.',
    themes: ['Sicherheit', 'Verwaltung'],
    measure: 'gemeinsames Lagebild',
  },
  {
    title: 'Mitreden in {region} – Beteiligung aus einer Hand',
    motto: 'Nähe ist kein Zufall',
    summary:
      'Eine gemeinsame Beteiligungsplattform und ein fahrendes Büro bringen Vorhaben ins Gespräch, bevor entschieden wird. Die Ergebnisse sind für alle Orte vergleichbar.',
    themes: ['Beteiligung', 'Verwaltung'],
    measure: 'fahrendes Büro',
  },
  {
    title: 'Kulturschätze verbinden – {region} erzählt',
    motto: 'Viele Orte, eine Geschichte',
    summary:
      'Museen, Archive und Heimatvereine erschließen ihre Bestände nach gemeinsamen Regeln und zeigen sie an den Orten, an denen sie entstanden sind. Schulen arbeiten mit denselben Quellen.',
    themes: ['Kultur', 'Bildung', 'Daten'],
    measure: 'gemeinsames Archiv',
  },
];
