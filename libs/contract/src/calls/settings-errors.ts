import type { MessageCatalogue } from '../message-catalogue.js';

/** What can be inconsistent in settings and catalogue of a call; the codes are the domain's. */
export const settingsErrors = {
  'SCALE.NOT_POSITIVE': {
    status: 422,
    de: 'Höchstwert und Schrittweite der Skala müssen größer als null sein.',
    en: 'Maximum and step of the scale must be greater than zero.',
  },
  'SCALE.STEP_DOES_NOT_FIT': {
    status: 422,
    de: 'Mit der Schrittweite {step} wird das Ende der Skala ({max}) nicht genau erreicht.',
    en: 'Steps of {step} do not exactly reach the end of the scale ({max}).',
  },
  'SCALE.LEVEL_OUTSIDE': {
    status: 422,
    de: 'Die Stufe {value} liegt nicht auf der Skala.',
    en: 'The level {value} is not on the scale.',
  },
  'SCALE.LEVEL_TWICE': {
    status: 422,
    de: 'Die Stufe {value} ist zweimal beschrieben.',
    en: 'The level {value} is described twice.',
  },
  'CATALOGUE.EMPTY': { status: 422, de: 'Der Katalog hat keine Kriterien.', en: 'The catalogue has no criteria.' },
  'CATALOGUE.GROUP_TWICE': {
    status: 422,
    de: 'Das Gruppenkürzel „{group}“ ist zweimal vergeben.',
    en: 'The group code “{group}” is used twice.',
  },
  'CATALOGUE.CRITERION_TWICE': {
    status: 422,
    de: 'Das Kriterienkürzel „{criterion}“ ist zweimal vergeben.',
    en: 'The criterion code “{criterion}” is used twice.',
  },
  'CATALOGUE.GROUP_EMPTY': {
    status: 422,
    de: 'Die Gruppe „{group}“ hat keine Kriterien.',
    en: 'The group “{group}” has no criteria.',
  },
  'CATALOGUE.WEIGHT_NOT_POSITIVE': {
    status: 422,
    de: 'Das Gewicht von „{code}“ muss größer als null sein.',
    en: 'The weight of “{code}” must be greater than zero.',
  },
  'CATALOGUE.THRESHOLD_OUTSIDE': {
    status: 422,
    de: 'Die Schwelle der Gruppe „{group}“ muss zwischen 0 und 100 liegen.',
    en: 'The threshold of the group “{group}” must be between 0 and 100.',
  },
  'CATALOGUE.TEXT_MISSING': {
    status: 422,
    de: 'Zum Kriterium „{criterion}“ fehlt der Wortlaut.',
    en: 'The wording of the criterion “{criterion}” is missing.',
  },
  'CORRIDOR.UNKNOWN_VALUE': {
    status: 422,
    de: 'Zielkorridor: „{value}“ gibt es in der Dimension „{dimension}“ nicht.',
    en: 'Corridor: there is no “{value}” in the dimension “{dimension}”.',
  },
  'CORRIDOR.NO_BOUND': {
    status: 422,
    de: 'Zielkorridor für „{value}“: bitte eine untere oder obere Grenze angeben.',
    en: 'Corridor for “{value}”: please give a lower or an upper bound.',
  },
  'CORRIDOR.NEGATIVE': {
    status: 422,
    de: 'Zielkorridor für „{value}“: eine Grenze ist kleiner als null.',
    en: 'Corridor for “{value}”: a bound is below zero.',
  },
  'CORRIDOR.CROSSED': {
    status: 422,
    de: 'Zielkorridor für „{value}“: die untere Grenze liegt über der oberen.',
    en: 'Corridor for “{value}”: the lower bound is above the upper one.',
  },
  'CORRIDOR.TWICE': {
    status: 422,
    de: 'Für „{value}“ gibt es zwei Zielkorridore. Bitte zusammenfassen.',
    en: 'There are two corridors for “{value}”. Please merge them.',
  },
  'CORRIDOR.MINIMA_EXCEED_COUNT': {
    status: 422,
    de: 'Die unteren Grenzen der Dimension „{dimension}“ ergeben zusammen {sum}, das Bündel fasst höchstens {count}.',
    en: 'The lower bounds of the dimension “{dimension}” add up to {sum}; the bundle holds at most {count}.',
  },
  'THRESHOLD.OUTSIDE': {
    status: 422,
    de: 'Die Schwelle „{threshold}“ muss zwischen 0 und 100 liegen.',
    en: 'The threshold “{threshold}” must be between 0 and 100.',
  },
  'BUDGET.NOT_POSITIVE': {
    status: 422,
    de: 'Bitte ein Budget größer als null angeben.',
    en: 'Please give a budget greater than zero.',
  },
  'BUDGET.PER_PROJECT_IMPLAUSIBLE': {
    status: 422,
    de: 'Der Höchstbetrag je Projekt muss größer als null sein und darf das Budget nicht übersteigen.',
    en: 'The maximum per project must be greater than zero and not exceed the budget.',
  },
  'BUDGET.COUNT_CROSSED': {
    status: 422,
    de: 'Anzahl der Projekte: {min} bis {max} ist kein gültiger Bereich.',
    en: 'Number of projects: {min} to {max} is no valid range.',
  },
  'DATE.INVALID': {
    status: 422,
    de: '„{value}“ ist kein Datum (JJJJ-MM-TT).',
    en: '“{value}” is no date (YYYY-MM-DD).',
  },
  'DATE.OUT_OF_ORDER': {
    status: 422,
    de: 'Der Termin „{date}“ liegt vor dem Ende des vorigen Abschnitts.',
    en: 'The date “{date}” is before the end of the stage before it.',
  },
  'DOCUMENT.KEY_INVALID': {
    status: 422,
    de: 'Der Schlüssel „{key}“ darf nur Kleinbuchstaben, Ziffern und Unterstriche enthalten.',
    en: 'The key “{key}” may hold lower-case letters, digits and underscores only.',
  },
  'DOCUMENT.KEY_TWICE': {
    status: 422,
    de: 'Die Unterlage „{key}“ steht zweimal in der Liste.',
    en: 'The document “{key}” is listed twice.',
  },
  'RULE.OUTSIDE': {
    status: 422,
    de: 'Die Regel „{rule}“ hat einen unzulässigen Wert.',
    en: 'The rule “{rule}” has a value that is not allowed.',
  },
} as const satisfies MessageCatalogue;
