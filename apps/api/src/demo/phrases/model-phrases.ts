import type { CriterionPhrases } from './criterion-phrases.js';

/** Criteria K9 to K12: what others can learn from the project. */
export const modelPhrases: Readonly<Record<string, CriterionPhrases>> = {
  K9: {
    high: [
      'Offene Schnittstellen, gemeinsame Datenmodelle und ein Ausstiegsszenario verhindern die Bindung an einzelne Anbieter.',
      'Die Sektoren Energie, Verkehr und Gebäude werden technisch und organisatorisch verbunden.',
      'Die Maßnahme „{measure}“ lässt sich ohne Systemwechsel auf die ganze Kommune ausweiten.',
      'Bestehende Fachverfahren werden angebunden statt ersetzt; das hält die Kosten der Ausweitung niedrig.',
      'Die Ausbaustufen sind beschrieben und einzeln lauffähig.',
    ],
    mid: [
      'Eine Ausweitung ist vorgesehen, die technischen Voraussetzungen werden nur umrissen.',
      'Offene Standards werden angestrebt, für einzelne Bausteine aber nicht zugesagt.',
      'Für die Maßnahme „{measure}“ ist die Skalierung plausibel, die Verbindung mit anderen Sektoren noch nicht ausgearbeitet.',
      'Abhängigkeiten von einem Anbieter werden erkannt, Gegenmaßnahmen fehlen.',
      'Systemintegration wird erwähnt, ein Zielbild liegt nicht bei.',
    ],
    low: [
      'Die Lösung ist auf einen einzelnen Anbieter zugeschnitten.',
      'Ob und wie eine Ausweitung möglich ist, wird nicht dargestellt.',
      'Die Maßnahmen stehen technisch unverbunden nebeneinander.',
      'Pfadabhängigkeiten werden nicht erörtert.',
    ],
    gaps: [
      'dem Wechsel des Anbieters',
      'der Anbindung der Fachverfahren',
      'der Verbindung mit dem Energiesektor',
      'den Kosten der Ausweitung',
    ],
  },
  K10: {
    high: [
      'Vom Pilot zur Regelaufgabe führt ein nachvollziehbarer Weg mit klaren Entscheidungspunkten.',
      'Erfolgs- und Abbruchkriterien sind für jede Erprobung festgelegt.',
      'Die Überführung der Maßnahme „{measure}“ in den Regelbetrieb ist mit Personal und Mitteln hinterlegt.',
      'Die Erprobung ist so angelegt, dass ihre Ergebnisse auf andere Ortsteile übertragbar sind.',
      'Auch Fehlschläge sollen dokumentiert und veröffentlicht werden.',
    ],
    mid: [
      'Die Verstetigung wird angestrebt, der Weg dorthin bleibt allgemein.',
      'Pilotgebiete sind benannt, Kriterien für die Ausweitung fehlen.',
      'Die Maßnahme „{measure}“ kann voraussichtlich fortgeführt werden, eine Zusage dazu gibt es nicht.',
      'Der Übergang in den Regelbetrieb ist vorgesehen, aber nicht finanziert.',
      'Eine Auswertung ist geplant, ihr Zeitpunkt liegt sehr spät.',
    ],
    low: [
      'Nach dem Pilot ist keine Fortsetzung vorgesehen.',
      'Die Maßnahmen sind auf einen einzelnen Standort zugeschnitten.',
      'Eine Auswertung der Erprobung ist nicht geplant.',
      'Es fehlt ein Weg in die breite Umsetzung.',
    ],
    gaps: [
      'den Kriterien für die Ausweitung',
      'der Finanzierung des Regelbetriebs',
      'der Auswertung der Erprobung',
      'der Zuständigkeit nach dem Pilot',
    ],
  },
  K11: {
    high: [
      'Alle Entwicklungen sollen unter freier Lizenz veröffentlicht und dokumentiert werden; ein Betriebsmodell für andere liegt bei.',
      'Leitfäden, Vorlagen und Schulungen für andere Kommunen sind fest eingeplant.',
      'Für die Maßnahme „{measure}“ haben bereits zwei Nachbarkommunen die Nachnutzung erklärt.',
      'Die Kommune bringt sich in bestehende Entwicklungsgemeinschaften ein, statt Neues daneben zu stellen.',
      'Personal für Wissenstransfer ist ausdrücklich vorgesehen.',
    ],
    mid: [
      'Die Veröffentlichung von Ergebnissen ist zugesagt, für Software nur „soweit möglich“.',
      'Der Austausch mit anderen Kommunen ist geplant, Formate sind noch offen.',
      'Die Maßnahme „{measure}“ ist übertragbar, eine Dokumentation wird aber nicht beschrieben.',
      'Freie Software wird bevorzugt, Wartung und Weiterentwicklung bleiben ungeklärt.',
      'Der Transfer beschränkt sich auf Vorträge und eine Internetseite.',
    ],
    low: [
      'Die Bereitstellung für andere Kommunen ist nicht vorgesehen.',
      'Eingesetzt werden ausschließlich lizenzpflichtige Lösungen.',
      'Zur Nachnutzung finden sich keine Aussagen.',
      'Übertragbarkeit wird behauptet, aber an keiner Stelle konkret.',
    ],
    gaps: [
      'der Lizenzierung der Software',
      'der Dokumentation für Dritte',
      'dem Wissenstransfer',
      'der Pflege nach der Veröffentlichung',
    ],
  },
  K12: {
    high: [
      'Das Vorhaben entwickelt Planungsmethoden weiter und bindet die Fachplanung von Anfang an ein.',
      'Datengestützte Verfahren ergänzen die förmliche Planung, ohne sie zu umgehen; das wird gut begründet.',
      'Aus der Maßnahme „{measure}“ soll eine neue Grundlage für Bauleit- und Verkehrsplanung entstehen.',
      'Eine Hochschule begleitet die Weiterentwicklung der Methoden und wertet sie aus.',
      'Die neuen Grundlagen werden in Satzungen und Dienstanweisungen überführt.',
    ],
    mid: [
      'Neue Planungsgrundlagen entstehen, ihre Verwendung in förmlichen Verfahren bleibt offen.',
      'Methoden werden erprobt, aber nicht systematisch ausgewertet.',
      'Mit der Maßnahme „{measure}“ wird eine brauchbare Datengrundlage geschaffen, die Planungspraxis ändert sich dadurch zunächst wenig.',
      'Die Fachämter sind informiert, in die Entwicklung aber kaum eingebunden.',
      'Der methodische Anspruch ist erkennbar, die Ausarbeitung steht noch aus.',
    ],
    low: [
      'Ein Beitrag zu planerischen Grundlagen ist nicht zu erkennen.',
      'Die Planung bleibt bei den bisherigen Verfahren.',
      'Methodische Fragen werden nicht behandelt.',
      'Die Stadtplanung ist am Vorhaben nicht beteiligt.',
    ],
    gaps: [
      'der Verwendung in der Bauleitplanung',
      'der wissenschaftlichen Auswertung',
      'der Einbindung der Fachämter',
      'der Qualität der Grundlagendaten',
    ],
  },
};
