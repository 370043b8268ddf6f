import type { Concept } from './concept.js';

/** Invented projects of medium-sized towns. */
export const townConcepts: readonly Concept[] = [
  {
    title: 'Mittendrin – {name} denkt seine Innenstadt neu',
    motto: 'Das Zentrum gehört allen',
    summary:
      'Handel, Ärztehaus und Stadtbücherei teilen sich künftig Räume und Daten: Ein gemeinsamer Kalender, gemeinsame Werbung und ein Frequenzmonitor helfen, die Innenstadt auch abends zu beleben. Die Auswertung ist öffentlich.',
    themes: ['Wirtschaft', 'Kultur', 'Daten'],
    measure: 'Frequenzmonitor',
  },
  {
    title: 'Bauhof 4.0: vorausschauend unterhalten in {name}',
    motto: 'Handeln, bevor es kostet',
    summary:
      'Straßen, Bäume und Brücken erhalten einen digitalen Zwilling im Kleinen: Befahrungen und Sensoren zeigen, wo Unterhalt am meisten bewirkt. Der Bauhof plant Touren danach und dokumentiert mobil.',
    themes: ['Verwaltung', 'Daten', 'Sicherheit'],
    measure: 'Unterhaltsplaner',
  },
  {
    title: 'Der Bus, der kommt, wenn man ihn braucht – Rufbus {name}',
    motto: 'Mobil ohne Fahrplan',
    summary:
      'Ein Rufbus ergänzt den Stadtverkehr in den Randzeiten und in den Ortsteilen. Buchung per Telefon und App, barrierefreie Haltepunkte und offene Fahrplandaten machen das Angebot übertragbar.',
    themes: ['Mobilität', 'Gesundheit'],
    measure: 'Rufbus-Leitstelle',
  },
  {
    title: 'Zwei Ufer, eine Stadt – Hochwasserpartnerschaft {name}',
    motto: 'Gemeinsam am Fluss',
    summary:
      'Entlang des Flusses messen Schulen, Anglerverein und Feuerwehr Pegel und Niederschlag. Die Stadt verbindet die Messungen mit dem Landesnetz und leitet daraus Warnstufen ab, die jeder versteht.',
    themes: ['Klimaanpassung', 'Sicherheit', 'Bildung'],
    measure: 'Bürgerpegel',
  },
  {
    title: 'Ein Rathaus, viele Türen – digitale Teilhabe in {name}',
    motto: 'Nah dran, auch digital',
    summary:
      'In Stadtteilbüros, Supermärkten und Vereinsheimen entstehen betreute Zugänge zu Verwaltungsleistungen. Ehrenamtliche Digitalpaten werden geschult und erhalten Auslagenersatz.',
    themes: ['Verwaltung', 'Beteiligung', 'Bildung'],
    measure: 'Digitalpaten',
  },
  {
    title: 'Energie aus der Nachbarschaft: {name} teilt Strom und Wärme',
    motto: 'Vom Dach nach nebenan',
    summary:
      'In zwei Quartieren werden Dachanlagen, Speicher und Wärmepumpen so gesteuert, dass Strom vor Ort verbraucht wird. Stadtwerke und Genossenschaft betreiben die Plattform gemeinsam und legen die Schnittstellen offen.',
    themes: ['Energie', 'Wohnen'],
    measure: 'Quartierskraftwerk',
  },
  {
    title: 'Gesund alt werden in {name}',
    motto: 'Zu Hause bleiben können',
    summary:
      'Pflegestützpunkt, Hausärzte und Wohnungsbaugesellschaft verabreden einen gemeinsamen Weg vom Klinikaufenthalt zurück in die Wohnung. Digitale Hilfen werden vor der Anschaffung in einer Musterwohnung erprobt.',
    themes: ['Gesundheit', 'Wohnen'],
    measure: 'Musterwohnung',
  },
  {
    title: '{name} lernt digital – Bildungslandschaft mit Plan',
    motto: 'Kein Kind bleibt offline',
    summary:
      'Schulen, Musikschule und Vereine nutzen eine gemeinsame Lernumgebung und einen Gerätepool. Die Schulentwicklungsplanung erhält erstmals kleinräumige Daten und wird jährlich öffentlich erörtert.',
    themes: ['Bildung', 'Daten', 'Beteiligung'],
    measure: 'Gerätepool',
  },
  {
    title: 'Gewerbegebiet mit Gedächtnis – Kreisläufe in {name}',
    motto: 'Was übrig bleibt, wird gebraucht',
    summary:
      'Betriebe im Gewerbegebiet melden Abwärme, Reststoffe und freie Flächen an eine Börse, die passende Abnehmer vorschlägt. Die Wirtschaftsförderung begleitet die ersten zwanzig Vermittlungen.',
    themes: ['Wirtschaft', 'Energie', 'Klimaanpassung'],
    measure: 'Reststoffbörse',
  },
  {
    title: 'Plan B wie Beteiligung – {name} entscheidet gemeinsam',
    motto: 'Mitreden, bevor es feststeht',
    summary:
      'Bebauungspläne, Haushalte und Verkehrsversuche werden über eine gemeinsame Beteiligungsplattform erklärt und diskutiert. Ein Losverfahren holt Menschen dazu, die sonst nicht kommen.',
    themes: ['Beteiligung', 'Verwaltung'],
    measure: 'Losforum',
  },
  {
    title: 'Smarte Stadtbäume – grünes Netz für {name}',
    motto: 'Jeder Baum zählt',
    summary:
      'Ein Baumkataster mit Feuchtesensoren zeigt, wo Wasser fehlt und welche Arten bestehen. Gießpatenschaften, Stadtgärtnerei und Schulen greifen auf dieselben Angaben zu.',
    themes: ['Klimaanpassung', 'Beteiligung', 'Daten'],
    measure: 'Gießpatenschaften',
  },
  {
    title: 'Kultur auf allen Kanälen: {name} spielt auf',
    motto: 'Bühne frei in jedem Ortsteil',
    summary:
      'Vereine, Theater und Museen erhalten eine gemeinsame Ticket- und Raumverwaltung. Digitale Formate bringen Veranstaltungen auch zu Menschen, die nicht kommen können.',
    themes: ['Kultur', 'Beteiligung', 'Wirtschaft'],
    measure: 'Kulturkalender',
  },
  {
    title: 'Sicher zur Schule – Verkehrsversuche in {name}',
    motto: 'Wege, die Kindern gehören',
    summary:
      'Mit Zählungen, Unfalldaten und den Hinweisen der Kinder werden Schulwege umgestaltet, zunächst auf Zeit. Was sich bewährt, wird gebaut; was nicht, wird erklärt und zurückgenommen.',
    themes: ['Mobilität', 'Sicherheit', 'Bildung'],
    measure: 'Schulwegekarte',
  },
  {
    title: 'Das vernetzte Wohnquartier – {name} baut weiter',
    motto: 'Nachbarschaft mit Anschluss',
    summary:
      'Bei der Erneuerung der Siedlung aus den sechziger Jahren entstehen Gemeinschaftsräume, Paketstationen und ein Quartiersnetz. Mieterinnen und Mieter entscheiden mit, welche Daten dabei anfallen dürfen.',
    themes: ['Wohnen', 'Energie', 'Beteiligung'],
    measure: 'Quartiersnetz',
  },
  {
    title: 'Datenwerkstatt {name}: aus Zahlen werden Entscheidungen',
    motto: 'Erst messen, dann bauen',
    summary:
      'Eine kleine Einheit im Rathaus bereitet Fachdaten so auf, dass Rat und Öffentlichkeit sie nutzen können. Jede Vorlage erhält eine Datenseite; die Werkzeuge stehen anderen Städten frei zur Verfügung.',
    themes: ['Daten', 'Verwaltung', 'Beteiligung'],
    measure: 'Datenseite',
  },
  {
    title: 'Grüne Welle für alle – Verkehrssteuerung in {name}',
    motto: 'Fließend unterwegs',
    summary:
      'Ampeln, Parkhäuser und Baustellen werden in einer Leitzentrale zusammengeführt, die Rad- und Fußverkehr gleich behandelt. Luftmesswerte bestimmen mit, wann umgesteuert wird.',
    themes: ['Mobilität', 'Klimaanpassung', 'Daten'],
    measure: 'Leitzentrale Verkehr',
  },
  {
    title: 'Feuerwehr, Funk und Fläche – Krisenvorsorge in {name}',
    motto: 'Wenn es darauf ankommt',
    summary:
      'Notrufpunkte, Funkreserve und ein gemeinsames Lagebild sichern die Handlungsfähigkeit bei Stromausfall und Unwetter. Vereine und Betriebe sind als Partner eingebunden.',
    themes: ['Sicherheit', 'Energie', 'Verwaltung'],
    measure: 'Notrufpunkte',
  },
  {
    title: 'Start in {name}: Gründen in der Mittelstadt',
    motto: 'Platz für gute Ideen',
    summary:
      'Ein ehemaliges Fabrikgebäude wird zum Gründerzentrum mit Werkstätten und schnellem Netz. Die Stadt stellt als erste Kundin Aufgaben, die in drei Monaten gelöst sein sollen.',
    themes: ['Wirtschaft', 'Bildung', 'Wohnen'],
    measure: 'Aufgabenbörse',
  },
];
