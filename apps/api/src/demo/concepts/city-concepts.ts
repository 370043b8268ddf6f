import type { Concept } from './concept.js';

/** Invented projects of cities of 100,000 inhabitants and more. */
export const cityConcepts: readonly Concept[] = [
  {
    title: 'Quartier im Dialog – {name} plant mit offenen Daten',
    motto: 'Was alle wissen, können alle mitgestalten',
    summary:
      'Die Stadt führt Fachdaten aus Planung, Verkehr und Sozialem auf einer offenen Datenplattform zusammen und macht sie in vier Quartieren zur Grundlage der Beteiligung. Planungswerkstätten arbeiten mit denselben Karten wie das Stadtplanungsamt.',
    themes: ['Daten', 'Beteiligung', 'Wohnen'],
    measure: 'Quartiersatlas',
  },
  {
    title: '{name} atmet: Hitzevorsorge mit Messnetz und Nachbarschaft',
    motto: 'Kühle Plätze für heiße Tage',
    summary:
      'Ein Netz günstiger Sensoren erfasst Temperatur und Feuchte bis in die Hinterhöfe. Die Messwerte steuern Bewässerung und Verschattung und fließen in einen Hitzeaktionsplan, den Pflegedienste und Nachbarschaften mittragen.',
    themes: ['Klimaanpassung', 'Gesundheit', 'Daten'],
    measure: 'Stadtklima-Messnetz',
  },
  {
    title: 'Ein Konto für die Stadt – Verwaltung ohne Umwege in {name}',
    motto: 'Einmal angeben, überall erledigt',
    summary:
      'Bürgerinnen und Bürger erledigen die vierzig häufigsten Anliegen über ein gemeinsames Konto; Beratungsstellen in den Stadtteilen helfen vor Ort. Alle Bausteine werden unter freier Lizenz veröffentlicht.',
    themes: ['Verwaltung', 'Bildung'],
    measure: 'Stadtteil-Lotsen',
  },
  {
    title: 'Umsteigen leicht gemacht: vernetzte Mobilität für {name}',
    motto: 'Vom Bahnsteig bis zur Haustür',
    summary:
      'An zwölf Knotenpunkten verbindet die Stadt Bus, Bahn, Leihrad und Carsharing zu einem gemeinsamen Angebot mit einem Tarif. Verkehrsdaten werden so aufbereitet, dass auch die Umlandgemeinden sie nutzen können.',
    themes: ['Mobilität', 'Daten', 'Klimaanpassung'],
    measure: 'Mobilitätsknoten',
  },
  {
    title: 'Wärme, die bleibt – der digitale Wärmeplan für {name}',
    motto: 'Energie sehen, teilen, sparen',
    summary:
      'Auf der Grundlage eines Gebäudemodells entsteht ein Wärmeplan, der laufend fortgeschrieben wird. Stadtwerke, Wohnungswirtschaft und Eigentümer nutzen ihn gemeinsam, um Sanierung und Netzausbau aufeinander abzustimmen.',
    themes: ['Energie', 'Wohnen', 'Daten'],
    measure: 'Wärmeplan-Werkstatt',
  },
  {
    title: 'Hafen der Ideen – {name} öffnet die Innenstadt',
    motto: 'Leerstand wird Möglichkeitsraum',
    summary:
      'Leer stehende Ladenlokale werden zu Erprobungsräumen für Handel, Kultur und Verwaltung. Ein digitales Flächenkataster bringt Eigentümer und Nutzer zusammen; die Erfahrungen gehen in das Innenstadtkonzept ein.',
    themes: ['Wirtschaft', 'Kultur', 'Beteiligung'],
    measure: 'Flächenkataster Innenstadt',
  },
  {
    title: 'Bildung vor Ort: Lernhäuser für eine lernende Stadt {name}',
    motto: 'Lernen kennt kein Alter',
    summary:
      'Sechs Lernhäuser verbinden Volkshochschule, Bibliothek und Jugendhilfe mit digitalen Angeboten. Gemeinsam mit der Hochschule entwickelt die Stadt Kurse, in denen Menschen den Umgang mit städtischen Daten lernen.',
    themes: ['Bildung', 'Kultur', 'Daten'],
    measure: 'Lernhäuser',
  },
  {
    title: 'Sicher durch den Starkregen – Frühwarnung für {name}',
    motto: 'Vorbereitet statt überrascht',
    summary:
      'Pegel, Kanalnetz und Wetterdaten werden zu einer Frühwarnung verbunden, die Feuerwehr, Bauhof und Anlieger mit demselben Lagebild versorgt. Übungen in den Stadtteilen gehören von Anfang an dazu.',
    themes: ['Sicherheit', 'Klimaanpassung', 'Daten'],
    measure: 'Lagebild Starkregen',
  },
];
