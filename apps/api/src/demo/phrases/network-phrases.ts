import type { CriterionPhrases } from './criterion-phrases.js';

/** Criteria K6 to K8: actors and local resources. */
export const networkPhrases: Readonly<Record<string, CriterionPhrases>> = {
  K6: {
    high: [
      'Die Strategie ruht auf Daten, Interviews und mehreren Beteiligungsrunden; Umfang und Ergebnisse sind belegt.',
      'Politik, Verwaltung, Wirtschaft und Zivilgesellschaft sind mit klaren Rollen eingebunden.',
      'Auch schwer erreichbare Gruppen wurden gezielt angesprochen, die Rückmeldungen zur Maßnahme „{measure}“ sind eingearbeitet.',
      'Aussagen der Strategie sind mit Quellen belegt und für Dritte überprüfbar.',
      'Die Beteiligung endet nicht mit der Strategie, sondern begleitet die Umsetzung.',
    ],
    mid: [
      'Eine Beteiligung ist vorgesehen, ihr Einfluss auf die Entscheidungen bleibt offen.',
      'Die Strategie ist gut lesbar, stützt sich aber nur teilweise auf Erhebungen.',
      'Zur Maßnahme „{measure}“ wurden Betroffene gehört, zu den übrigen Maßnahmen steht dies noch aus.',
      'Organisierte Gruppen sind eingebunden, Einzelne nur über eine Umfrage.',
      'Die Datengrundlage ist genannt, Methodik und Rücklauf fehlen.',
    ],
    low: [
      'Von Beteiligung ist die Rede, Formate und Zeitpunkte fehlen.',
      'Die Strategie ist eine Sammlung von Einzelideen ohne empirische Grundlage.',
      'Die Stadtgesellschaft kommt nur als Empfängerin von Informationen vor.',
      'Belege für die getroffenen Annahmen werden nicht vorgelegt.',
    ],
    gaps: [
      'dem Umgang mit ablehnenden Stimmen',
      'der Auswertung der Umfrage',
      'der Beteiligung junger Menschen',
      'der Rückkopplung in den Rat',
    ],
  },
  K7: {
    high: [
      'Der Bedarf an Geld, Personal, Daten und Kompetenzen ist je Maßnahme beziffert und mit dem Stellenplan abgeglichen.',
      'Folgekosten sind bis fünf Jahre nach dem Ende der Förderung dargestellt.',
      'Für die Maßnahme „{measure}“ sind Zuständigkeit, Datenquellen und Qualifizierung geklärt.',
      'Engpässe werden offen angesprochen; Vertretung und Einarbeitung sind geplant.',
      'Der Finanzplan ist schlüssig, die Eigenmittel sind beschlossen.',
    ],
    mid: [
      'Der Finanzbedarf ist dargestellt, der Personalbedarf nur geschätzt.',
      'Die Ansätze sind nachvollziehbar, Reserven für Preissteigerungen fehlen.',
      'Für die Maßnahme „{measure}“ ist der Aufwand plausibel, für die Datenpflege wurde wenig vorgesehen.',
      'Qualifizierung wird erwähnt, aber nicht geplant.',
      'Eigenmittel sind in Aussicht gestellt, ein Beschluss steht noch aus.',
    ],
    low: [
      'Der Ressourcenbedarf ist nur als Gesamtsumme angegeben.',
      'Woher das Personal kommen soll, bleibt offen.',
      'Laufende Kosten werden nicht behandelt.',
      'Die Ansätze passen nicht zum beschriebenen Umfang.',
    ],
    gaps: [
      'den Kosten der Wartung',
      'der Gewinnung von Fachkräften',
      'der Datenpflege',
      'der Absicherung der Eigenmittel',
    ],
  },
  K8: {
    high: [
      'Der Zeitplan ist realistisch, Abhängigkeiten und Meilensteine sind ausgewiesen.',
      'Betrieb, Wartung und Informationssicherheit sind von Beginn an mitgedacht.',
      'Für die Maßnahme „{measure}“ liegt ein tragfähiges Betriebskonzept vor.',
      'Vergabe, Datenschutz und Mitbestimmung sind rechtzeitig eingeplant.',
      'Die Kommune kann auf Erfahrungen aus abgeschlossenen Vorhaben verweisen.',
    ],
    mid: [
      'Die Umsetzung erscheint machbar, der Zeitplan ist allerdings eng.',
      'Betriebliche Fragen sind erkannt, ihre Lösung wird auf später verschoben.',
      'Die Maßnahme „{measure}“ ist umsetzbar, hängt aber von einer noch offenen Entscheidung Dritter ab.',
      'Datenschutz wird behandelt, Informationssicherheit nur gestreift.',
      'Meilensteine sind benannt, Abbruchkriterien fehlen.',
    ],
    low: [
      'Ein belastbarer Zeitplan liegt nicht vor.',
      'Wer die Lösungen nach der Einführung betreibt, bleibt ungeklärt.',
      'Vergabe- und Datenschutzfragen werden nicht angesprochen.',
      'Die Umsetzung setzt Vorleistungen voraus, deren Finanzierung fehlt.',
    ],
    gaps: [
      'dem Betrieb nach der Einführung',
      'der Informationssicherheit',
      'den Abhängigkeiten von Dienstleistern',
      'der Reihenfolge der Schritte',
    ],
  },
};
