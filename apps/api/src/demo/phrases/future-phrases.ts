import type { CriterionPhrases } from './criterion-phrases.js';

/** Criteria K1 to K5: sustainability and integrated urban development. */
export const futurePhrases: Readonly<Record<string, CriterionPhrases>> = {
  K1: {
    high: [
      'Die Bewerbung leitet ihre Ziele aus dem Stadtentwicklungskonzept ab und nennt zu jedem Handlungsfeld das übergeordnete Ziel.',
      'Leipzig-Charta, Klimaziele des Landes und eigenes Leitbild sind nachvollziehbar miteinander verknüpft.',
      'Der Zusammenhang zwischen städtebaulichem Leitbild und der Maßnahme „{measure}“ wird überzeugend hergestellt.',
      'Ratsbeschlüsse zu Klima, Wohnen und Teilhabe bilden den Rahmen; das Vorhaben ordnet sich ihnen erkennbar unter.',
      'Die Zielhierarchie ist klar: vom Leitbild über die Handlungsfelder bis zu messbaren Teilzielen.',
    ],
    mid: [
      'Übergeordnete Ziele werden genannt, ihr Bezug zu den einzelnen Maßnahmen bleibt aber teilweise allgemein.',
      'Das örtliche Entwicklungskonzept wird herangezogen, jüngere Beschlüsse fehlen.',
      'Für die Maßnahme „{measure}“ ist der Bezug zu den Zielen der Stadtentwicklung erkennbar, für die übrigen Maßnahmen weniger.',
      'Die Ziele sind benannt, ihre Rangfolge bei Zielkonflikten wird nicht erklärt.',
      'Landes- und Bundesziele werden aufgezählt, die Übersetzung auf die örtliche Ebene gelingt nur in Ansätzen.',
    ],
    low: [
      'Stadtentwicklungspolitische Ziele werden als Schlagworte aufgeführt, ohne sie auf das Vorhaben zu beziehen.',
      'Ein Bezug zu beschlossenen Konzepten der Kommune ist nicht erkennbar.',
      'Die Bewerbung beschreibt Technik; wozu sie der Stadtentwicklung dient, bleibt offen.',
      'Die genannten Ziele widersprechen sich zum Teil, ohne dass dies aufgelöst wird.',
    ],
    gaps: [
      'den Zielkonflikten zwischen Wachstum und Klimaschutz',
      'der Verbindung mit dem Flächennutzungsplan',
      'messbaren Teilzielen',
      'der Fortschreibung des Leitbilds',
    ],
  },
  K2: {
    high: [
      'Die Ausgangslage wird mit aktuellen Zahlen belegt, Stärken und Schwächen werden offen benannt.',
      'Bevölkerungsentwicklung, Pendlerverflechtung und Haushaltslage sind sauber aufbereitet und begründen die Auswahl der Handlungsfelder.',
      'Die Maßnahme „{measure}“ antwortet unmittelbar auf die beschriebenen örtlichen Engpässe.',
      'Die Bewerbung stützt sich auf eigene Erhebungen und nicht nur auf Landesdurchschnitte.',
      'Auch die digitale Ausgangslage (Netze, Verfahren, Kompetenzen) wird ehrlich dargestellt.',
    ],
    mid: [
      'Die Lage der Kommune ist beschrieben, die Schlussfolgerungen für das Vorhaben werden jedoch nicht immer gezogen.',
      'Zahlen liegen vor, stammen aber überwiegend aus älteren Quellen.',
      'Der Bedarf für die Maßnahme „{measure}“ ist plausibel, wird aber nicht mit örtlichen Daten unterlegt.',
      'Stärken werden ausführlich, Schwächen nur knapp behandelt.',
      'Die Ausgangslage der Kernstadt ist gut erfasst, die der Ortsteile weniger.',
    ],
    low: [
      'Die Beschreibung der Ausgangslage könnte auf viele Kommunen zutreffen.',
      'Örtliche Daten fehlen fast vollständig.',
      'Warum gerade diese Maßnahmen gewählt wurden, ergibt sich aus der Lagebeschreibung nicht.',
      'Die Darstellung beschränkt sich auf Standortwerbung.',
    ],
    gaps: [
      'der Altersstruktur in den Ortsteilen',
      'der Haushaltslage',
      'dem Stand der Verwaltungsdigitalisierung',
      'den Verflechtungen mit dem Umland',
    ],
  },
  K3: {
    high: [
      'Mit Szenarien für 2030 und 2040 setzt sich die Bewerbung systematisch mit möglichen Entwicklungen auseinander.',
      'Chancen und Risiken der Digitalisierung werden abgewogen; unerwünschte Folgen kommen ausdrücklich vor.',
      'Die Zukunftswerkstätten sind dokumentiert und haben die Auswahl der Maßnahmen sichtbar verändert.',
      'Es ist ein Verfahren vorgesehen, mit dem Annahmen jährlich überprüft und die Maßnahme „{measure}“ nachgesteuert wird.',
      'Die Bewerbung arbeitet mit Indikatoren, die auch Fehlentwicklungen früh erkennen lassen.',
    ],
    mid: [
      'Künftige Entwicklungen werden angesprochen, aber nicht in Szenarien durchgespielt.',
      'Der Blick reicht bis zum Ende der Förderung, darüber hinaus bleibt er unscharf.',
      'Trends werden benannt, ihre Bedeutung für die Maßnahme „{measure}“ wird nur angedeutet.',
      'Risiken sind aufgelistet, Vorkehrungen dazu nur teilweise beschrieben.',
      'Ein Beteiligungsformat zur Zukunft fand statt; seine Ergebnisse sind knapp wiedergegeben.',
    ],
    low: [
      'Eine Auseinandersetzung mit künftigen Entwicklungen findet nicht statt.',
      'Die Bewerbung schreibt den heutigen Stand fort.',
      'Zukunftsfragen werden auf den Erwerb von Technik verkürzt.',
      'Risiken der Digitalisierung werden nicht behandelt.',
    ],
    gaps: [
      'möglichen Fehlentwicklungen',
      'der Zeit nach dem Ende der Förderung',
      'den Annahmen hinter den Szenarien',
      'der regelmäßigen Überprüfung',
    ],
  },
  K4: {
    high: [
      'Das Vorhaben geht bekannte Probleme neu an und verbindet dafür Ressorts, die bisher nebeneinander arbeiteten.',
      'Von der Maßnahme „{measure}“ ist ein spürbarer Beitrag zur Lösung des beschriebenen Problems zu erwarten.',
      'Alte Aufgaben der Daseinsvorsorge und neue Anforderungen des Klimawandels werden zusammen gedacht.',
      'Die erwarteten Wirkungen sind mit Zahlen hinterlegt und wirken realistisch.',
      'Das Lösungspotenzial reicht erkennbar über das Pilotgebiet hinaus.',
    ],
    mid: [
      'Ein Lösungsbeitrag ist erkennbar, seine Größenordnung bleibt offen.',
      'Das Vorhaben verbessert Bestehendes; der Schritt zu neuen Lösungen wird vorsichtig gesetzt.',
      'Die Maßnahme „{measure}“ ist sinnvoll, erreicht aber voraussichtlich nur einen Teil der Zielgruppe.',
      'Die Wirkungskette ist beschrieben, an einzelnen Stellen aber lückenhaft.',
      'Für das wichtigste Problemfeld überzeugt der Ansatz, für die übrigen weniger.',
    ],
    low: [
      'Welches Problem gelöst werden soll, wird nicht deutlich.',
      'Die Maßnahmen wirken unverbunden und einzeln zu klein, um etwas zu bewegen.',
      'Der Nutzen wird behauptet, aber nicht hergeleitet.',
      'Vergleichbare Lösungen sind andernorts längst eingeführt; ein eigener Beitrag ist nicht erkennbar.',
    ],
    gaps: [
      'der erwarteten Wirkung je Zielgruppe',
      'den Nebenwirkungen auf Nachbarquartiere',
      'der Messung des Erfolgs',
      'der Priorität der einzelnen Probleme',
    ],
  },
  K5: {
    high: [
      'Digitale Werkzeuge werden gezielt eingesetzt, um Räume zu gestalten; die Wirkung auf Plätze, Wege und Quartiere ist mitgedacht.',
      'Die räumlichen Folgen (Lieferverkehr, Leerstand, neue Arbeitsorte) werden benannt und planerisch aufgegriffen.',
      'Die Maßnahme „{measure}“ verknüpft Daten und konkreten Ort auf gelungene Weise.',
      'Karten und Modelle zeigen, wo was geschehen soll; das erleichtert die Abwägung.',
      'Zugänge ohne digitale Geräte sind von Anfang an vorgesehen.',
    ],
    mid: [
      'Die Nutzung der Digitalisierung im Raum ist beschrieben, ihre Folgen für das Stadtbild werden nur gestreift.',
      'Räumliche Schwerpunkte sind gesetzt, ihre Auswahl wird knapp begründet.',
      'Für die Maßnahme „{measure}“ liegt ein Raumbezug vor, für weitere Bausteine fehlt er.',
      'Stadträumliche Wirkungen werden erwartet, aber nicht untersucht.',
      'Der Ansatz bleibt stark auf Anwendungen bezogen; der Ort tritt in den Hintergrund.',
    ],
    low: [
      'Ein Raumbezug fehlt weitgehend.',
      'Die Bewerbung behandelt Digitalisierung als reine Verwaltungsaufgabe.',
      'Mit den stadträumlichen Wirkungen setzt sich die Bewerbung nicht auseinander.',
      'Standorte und Gebiete werden nicht benannt.',
    ],
    gaps: [
      'den Folgen für den öffentlichen Raum',
      'der Auswahl der Gebiete',
      'analogen Zugängen',
      'den Wirkungen auf Handel und Verkehr',
    ],
  },
};
