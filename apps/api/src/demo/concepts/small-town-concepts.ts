import type { Concept } from './concept.js';

/** Invented projects of small towns and rural municipalities. */
export const smallTownConcepts: readonly Concept[] = [
  {
    title: 'Dorfladen mit Anschluss – Nahversorgung in {name}',
    motto: 'Alles unter einem Dach',
    summary:
      'Der genossenschaftliche Dorfladen wird zum Ort für Einkauf, Post, Sprechstunde und Amtsgeschäfte. Rund um die Uhr zugängliche Fächer und ein Bestellsystem halten den Betrieb wirtschaftlich.',
    themes: ['Wirtschaft', 'Verwaltung', 'Gesundheit'],
    measure: 'Dorfladen',
  },
  {
    title: 'Mitfahrbank und Bürgerbus: {name} bewegt sich',
    motto: 'Keiner bleibt stehen',
    summary:
      'Bürgerbus, Mitfahrbänke und Vereinsfahrzeuge werden in einem gemeinsamen Plan sichtbar. Die Gemeinde übernimmt die Disposition und rechnet nachvollziehbar ab.',
    themes: ['Mobilität', 'Beteiligung'],
    measure: 'Mitfahrplan',
  },
  {
    title: 'Gemeindepraxis mit Telemedizin in {name}',
    motto: 'Der Arzt kommt ins Dorf',
    summary:
      'In der Gemeindepraxis arbeiten Fachkräfte vor Ort mit Ärztinnen in der Kreisstadt zusammen. Ein Fahrdienst und feste Videosprechstunden sichern die Versorgung auch im Winter.',
    themes: ['Gesundheit', 'Mobilität'],
    measure: 'Videosprechstunde',
  },
  {
    title: 'Das klingende Dorf – Kultur im Netz von {name}',
    motto: 'Heimat zum Hören und Sehen',
    summary:
      'Vereine, Kirchengemeinde und Schule erfassen gemeinsam Orte, Lieder und Geschichten. Daraus entstehen Rundwege mit Ton und Bild, die auch Neubürger einladen.',
    themes: ['Kultur', 'Bildung', 'Beteiligung'],
    measure: 'Hörwege',
  },
  {
    title: 'Unser Wald, unser Wasser – Umweltmonitoring {name}',
    motto: 'Hinschauen lohnt sich',
    summary:
      'Förster, Landwirte und Jugendfeuerwehr betreiben ein Netz von Messpunkten für Bodenfeuchte und Grundwasser. Die Ergebnisse bestimmen Aufforstung, Bewässerung und Waldbrandvorsorge.',
    themes: ['Klimaanpassung', 'Daten', 'Sicherheit'],
    measure: 'Bodenfeuchtenetz',
  },
  {
    title: 'Arbeiten, wo man lebt: Dorfbüro {name}',
    motto: 'Pendeln war gestern',
    summary:
      'Die ehemalige Sparkasse wird zum Dorfbüro mit zwanzig Arbeitsplätzen, Besprechungsraum und Werkstatt. Betriebe aus der Region mieten tageweise; die Gemeinde betreibt das Haus mit einem Verein.',
    themes: ['Wirtschaft', 'Wohnen'],
    measure: 'Dorfbüro',
  },
  {
    title: 'Der Gemeinderat geht online – Transparenz in {name}',
    motto: 'Wissen, was beschlossen wird',
    summary:
      'Vorlagen, Beschlüsse und ihr Stand der Umsetzung werden verständlich aufbereitet. Jede Sitzung wird übertragen; Fragen können vorab gestellt werden.',
    themes: ['Verwaltung', 'Beteiligung'],
    measure: 'Beschlussmonitor',
  },
  {
    title: 'Schule am Rand, mitten im Netz – Lernen in {name}',
    motto: 'Kleine Schule, großes Angebot',
    summary:
      'Die Grundschule teilt Lehrkräfte und Kurse mit zwei Nachbarschulen über gemeinsame Lernräume. Am Nachmittag steht die Technik Vereinen und der Volkshochschule offen.',
    themes: ['Bildung', 'Kultur'],
    measure: 'Lernraum',
  },
  {
    title: 'Nahwärme mit Köpfchen in {name}',
    motto: 'Wärme aus dem Ort für den Ort',
    summary:
      'Das genossenschaftliche Nahwärmenetz erhält eine Steuerung, die Holz, Sonne und Speicher aufeinander abstimmt. Messdaten stehen den Mitgliedern offen; das Betriebskonzept ist übertragbar.',
    themes: ['Energie', 'Daten'],
    measure: 'Wärmesteuerung',
  },
  {
    title: 'Leerstand sucht Leute – {name} wächst nach innen',
    motto: 'Alte Höfe, neues Leben',
    summary:
      'Ein Leerstandsregister mit Beratung bringt Eigentümer und Suchende zusammen. Umbauten werden als offene Beispiele dokumentiert, damit Handwerk und Nachbarn daraus lernen.',
    themes: ['Wohnen', 'Daten', 'Wirtschaft'],
    measure: 'Leerstandsregister',
  },
  {
    title: 'Hilfe um die Ecke: Nachbarschaftsnetz {name}',
    motto: 'Eine Hand hilft der anderen',
    summary:
      'Ein Hilfetelefon und eine einfache Vermittlung verbinden Menschen, die Unterstützung brauchen, mit denen, die Zeit haben. Die Sozialstation prüft, schult und begleitet.',
    themes: ['Gesundheit', 'Beteiligung', 'Sicherheit'],
    measure: 'Hilfetelefon',
  },
  {
    title: 'Der digitale Dorfplatz von {name}',
    motto: 'Neues aus dem Ort, von allen für alle',
    summary:
      'Auf einer werbefreien Plattform informieren Gemeinde, Vereine und Betriebe. Redaktionsgruppen in jedem Ortsteil sorgen dafür, dass auch Ältere vorkommen und mitlesen können.',
    themes: ['Beteiligung', 'Kultur'],
    measure: 'Redaktionsgruppen',
  },
  {
    title: 'Sicheres Wasser für {name}',
    motto: 'Jeder Tropfen im Blick',
    summary:
      'Fernauslesbare Zähler und Drucksensoren zeigen Verluste im Trinkwassernetz, bevor Straßen aufbrechen. Die Gemeinde teilt Auswertung und Vorlagen mit den Nachbarn im Zweckverband.',
    themes: ['Klimaanpassung', 'Daten', 'Verwaltung'],
    measure: 'Leckageortung',
  },
  {
    title: 'Rad statt Rückbank – Wege für {name}',
    motto: 'Kurze Wege, gute Wege',
    summary:
      'Landwirtschaftliche Wege werden zu einem Alltagsnetz für das Rad verbunden. Zählstellen, Meldungen der Nutzer und ein Pflegeplan sichern den Zustand das ganze Jahr.',
    themes: ['Mobilität', 'Klimaanpassung'],
    measure: 'Wegepflegeplan',
  },
  {
    title: 'Heimat für Gäste: sanfter Tourismus in {name}',
    motto: 'Langsam entdecken',
    summary:
      'Ein Besucherleitsystem lenkt Gäste auf Wege, die Natur und Anwohner schonen. Übernachtungsbetriebe pflegen ihre Angebote selbst; die Daten stehen der Region offen.',
    themes: ['Wirtschaft', 'Kultur', 'Daten'],
    measure: 'Besucherlenkung',
  },
  {
    title: 'Vereine stärken – Ehrenamt digital in {name}',
    motto: 'Weniger Papier, mehr Miteinander',
    summary:
      'Die Gemeinde stellt Vereinen Werkzeuge für Mitglieder, Räume und Abrechnung bereit und schult die Vorstände. Ein gemeinsamer Kalender verhindert, dass sich Feste überschneiden.',
    themes: ['Kultur', 'Beteiligung', 'Bildung'],
    measure: 'Vereinswerkzeuge',
  },
  {
    title: 'Feuerwehr vernetzt: Alarm und Ausrüstung in {name}',
    motto: 'Schnell da, gut vorbereitet',
    summary:
      'Ortsfeuerwehren führen Ausrüstung, Verfügbarkeit und Löschwasser in einer gemeinsamen Karte. Im Einsatz sehen Leitstelle und Kräfte dasselbe Bild.',
    themes: ['Sicherheit', 'Daten'],
    measure: 'Löschwasserkarte',
  },
  {
    title: 'Vom Acker auf den Teller – Direktvermarktung in {name}',
    motto: 'Frisch aus der Nachbarschaft',
    summary:
      'Höfe, Schulküche und Pflegeheim planen Mengen gemeinsam über eine Bestellplattform. Kühlfächer am Bahnhof verlängern die Öffnungszeiten, ohne Personal zu binden.',
    themes: ['Wirtschaft', 'Gesundheit'],
    measure: 'Bestellplattform',
  },
  {
    title: 'Licht nach Bedarf – {name} spart Strom',
    motto: 'Hell, wenn jemand kommt',
    summary:
      'Die Straßenbeleuchtung wird umgerüstet und reagiert auf Verkehr und Dämmerung. Die Maste tragen Sensoren für Luft und Lärm; ein Verfahren zum Datenschutz ist mit dem Land abgestimmt.',
    themes: ['Energie', 'Sicherheit', 'Daten'],
    measure: 'Lichtsteuerung',
  },
];
