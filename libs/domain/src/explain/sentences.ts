import type { LocalizedText } from '../vocabulary/localized-text.js';

const FORMAL_CHECK = {
  'EXPLAIN.FORMAL_CHECK_OPEN': {
    de: 'Die formale Prüfung ist noch nicht abgeschlossen.',
    en: 'The formal check has not been completed yet.',
  },
  'EXPLAIN.FORMALLY_ACCEPTED': {
    de: 'Die formale Prüfung ergab, dass die Bewerbung vollständig und bewertbar ist; entschieden am {day:day} durch {examiner}.',
    en: 'The formal check found the application complete and assessable; decided on {day:day} by {examiner}.',
  },
  'EXPLAIN.CHECK_ITEMS_EXAMINED': {
    de: 'Geprüft wurden {count:number} Punkte, davon erfüllt: {passed:number}, nicht zutreffend: {notApplicable:number}.',
    en: '{count:number} items were examined; passed: {passed:number}, not applicable: {notApplicable:number}.',
  },
  'EXPLAIN.DOCUMENTS_OUTSTANDING': {
    de: 'Nach eigener Frist durften noch folgen: {documents:list}.',
    en: 'Allowed to follow by a deadline of their own: {documents:list}.',
  },
  'EXPLAIN.SUPPLEMENT_REQUESTED': {
    de: 'Zur Vervollständigung wurde mit Frist bis {dueOn:day} nachgefordert: {documents:list}.',
    en: 'A supplement was requested by {dueOn:day}: {documents:list}.',
  },
  'EXPLAIN.FORMALLY_REJECTED': {
    de: 'Die Bewerbung wurde formal abgelehnt: {proposedBy} hat die Ablehnung vorgeschlagen, {confirmedBy} hat sie am {day:day} bestätigt.',
    en: 'The application was formally rejected: {proposedBy} proposed the rejection, {confirmedBy} confirmed it on {day:day}.',
  },
  'EXPLAIN.FAILED_ITEMS': {
    de: 'Nicht erfüllt: {items:list}.',
    en: 'Not met: {items:list}.',
  },
  'EXPLAIN.REJECTION_REASON': {
    de: 'Begründung der Ablehnung: {reason:quote}',
    en: 'Reason for the rejection: {reason:quote}',
  },
  'EXPLAIN.WITHDRAWN': {
    de: 'Die Bewerbung wurde zurückgezogen.',
    en: 'The application was withdrawn.',
  },
} as const;

const REVIEW = {
  'EXPLAIN.REVIEWS_OPEN': {
    de: 'Von {required:number} Gutachten sind {submitted:number} eingereicht.',
    en: '{submitted:number} of {required:number} reviews have been submitted.',
  },
  'EXPLAIN.REVIEW_TOTAL': {
    de: 'Gutachten {label}: {total:points} von 100 Punkten.',
    en: 'Review {label}: {total:points} of 100 points.',
  },
  'EXPLAIN.REVIEW_VERDICT_ELIGIBLE': {
    de: 'Gutachten {label} hält die Bewerbung für grundsätzlich förderwürdig.',
    en: 'Review {label} considers the application eligible in principle.',
  },
  'EXPLAIN.REVIEW_VERDICT_NOT_ELIGIBLE': {
    de: 'Gutachten {label} hält die Bewerbung nicht für grundsätzlich förderwürdig.',
    en: 'Review {label} does not consider the application eligible in principle.',
  },
  'EXPLAIN.TOTAL': {
    de: 'Das Mittel aus {count:number} Gutachten beträgt {total:points} Punkte.',
    en: 'The mean of {count:number} reviews is {total:points} points.',
  },
  'EXPLAIN.RANK': {
    de: 'Damit liegt die Bewerbung auf Rang {rank:number} von {of:number}.',
    en: 'This puts the application in rank {rank:number} of {of:number}.',
  },
  'EXPLAIN.RANK_SHARED': {
    de: 'Damit teilt sich die Bewerbung mit anderen den Rang {rank:number} von {of:number}.',
    en: 'This puts the application in rank {rank:number} of {of:number}, shared with others.',
  },
  'DIVERGENCE.POINTS': {
    de: 'Die Gutachten liegen um {points:points} Punkte auseinander (Schwelle: {threshold:points}).',
    en: 'The reviews are {points:points} points apart (threshold: {threshold:points}).',
  },
  'DIVERGENCE.LEVELS': {
    de: 'Bei {criteria:list} liegen die Gutachten um {levels:number} Stufen auseinander (Schwelle: {threshold:number}).',
    en: 'On {criteria:list} the reviews are {levels:number} levels apart (threshold: {threshold:number}).',
  },
  'DIVERGENCE.VERDICTS': {
    de: 'Die Gutachten sind sich über die grundsätzliche Förderwürdigkeit uneins.',
    en: 'The reviews disagree on eligibility in principle.',
  },
  'EXPLAIN.RECONCILED': {
    de: 'Die Abweichung wurde in einer Abstimmung der Gutachtenden geklärt.',
    en: 'The divergence was settled in a reconciliation between the reviewers.',
  },
  'EXPLAIN.THIRD_REVIEW': {
    de: 'Wegen der Abweichung wurde ein Drittgutachten eingeholt; es zählt gleich viel wie die beiden anderen.',
    en: 'Because of the divergence a third review was obtained; it counts as much as each of the other two.',
  },
  'EXPLAIN.DIVERGENCE_OPEN': {
    de: 'Die Abweichung ist noch nicht geklärt.',
    en: 'The divergence has not been settled yet.',
  },
} as const;

const RECOMMENDATION = {
  'ELIGIBILITY.REVIEWS_MISSING': {
    de: 'Es liegen noch nicht alle Gutachten vor.',
    en: 'Not all reviews have been submitted yet.',
  },
  'ELIGIBILITY.DIVERGENCE_OPEN': {
    de: 'Eine Abweichung der Gutachten ist noch nicht geklärt.',
    en: 'A divergence of the reviews has not been settled yet.',
  },
  'ELIGIBILITY.TOTAL_REACHED': {
    de: 'Der Gesamtwert von {value:points} Punkten erreicht die Schwelle von {threshold:points}.',
    en: 'The total of {value:points} points reaches the threshold of {threshold:points}.',
  },
  'ELIGIBILITY.TOTAL_MISSED': {
    de: 'Der Gesamtwert von {value:points} Punkten liegt unter der Schwelle von {threshold:points}.',
    en: 'The total of {value:points} points is below the threshold of {threshold:points}.',
  },
  'ELIGIBILITY.GROUP_REACHED': {
    de: 'In der Gruppe „{name}“ erreichen {value:points} Punkte die Schwelle von {threshold:points}.',
    en: 'In the group “{name}”, {value:points} points reach the threshold of {threshold:points}.',
  },
  'ELIGIBILITY.GROUP_MISSED': {
    de: 'In der Gruppe „{name}“ liegen {value:points} Punkte unter der Schwelle von {threshold:points}.',
    en: 'In the group “{name}”, {value:points} points are below the threshold of {threshold:points}.',
  },
  'EXPLAIN.RECOMMENDED': {
    de: 'Daraus folgt: grundsätzlich förderwürdig, der Jury zur Förderung empfohlen.',
    en: 'It follows: eligible in principle, recommended to the jury.',
  },
  'EXPLAIN.NOT_RECOMMENDED': {
    de: 'Daraus folgt: nicht grundsätzlich förderwürdig, der Jury nicht empfohlen.',
    en: 'It follows: not eligible in principle, not recommended to the jury.',
  },
  'EXPLAIN.RECOMMENDATION_OPEN': {
    de: 'Eine Empfehlung lässt sich noch nicht ableiten.',
    en: 'No recommendation can be derived yet.',
  },
  'EXPLAIN.RECOMMENDATION_CHANGED_TO_RECOMMENDED': {
    de: 'Die Geschäftsstelle hat davon abweichend eine Empfehlung ausgesprochen: {comment:quote}',
    en: 'Departing from this, the coordinator recommended the application: {comment:quote}',
  },
  'EXPLAIN.RECOMMENDATION_CHANGED_TO_NOT_RECOMMENDED': {
    de: 'Die Geschäftsstelle hat davon abweichend keine Empfehlung ausgesprochen: {comment:quote}',
    en: 'Departing from this, the coordinator did not recommend the application: {comment:quote}',
  },
} as const;

const JURY = {
  'EXPLAIN.MEMBERS_RECUSED': {
    de: 'Wegen Befangenheit ausgeschlossene Jurymitglieder: {count:number}. Sie waren bei Beratung und Beschluss nicht im Raum.',
    en: 'Members of the jury who were recused: {count:number}. They were not in the room for deliberation and vote.',
  },
  'EXPLAIN.MOTION_ADOPTED': {
    de: 'Antrag {number:number} {text:quote} wurde angenommen (Ja {yes:number}, Nein {no:number}, Enthaltungen {abstain:number}).',
    en: 'Motion {number:number} {text:quote} was adopted (yes {yes:number}, no {no:number}, abstentions {abstain:number}).',
  },
  'EXPLAIN.MOTION_REJECTED': {
    de: 'Antrag {number:number} {text:quote} wurde abgelehnt (Ja {yes:number}, Nein {no:number}, Enthaltungen {abstain:number}).',
    en: 'Motion {number:number} {text:quote} was rejected (yes {yes:number}, no {no:number}, abstentions {abstain:number}).',
  },
  'EXPLAIN.MOTION_NOT_QUORATE': {
    de: 'Über Antrag {number:number} {text:quote} wurde nicht entschieden: Die Jury war nicht beschlussfähig.',
    en: 'Motion {number:number} {text:quote} was not decided: the jury was not quorate.',
  },
  'EXPLAIN.TAKEN_BEFORE': {
    de: 'Sie wurde in der Gruppe {portfolioGroup:group} vor höher gereihten Bewerbungen aufgenommen: {numbers:list}.',
    en: 'In the group {portfolioGroup:group} it was taken before higher-ranked applications: {numbers:list}.',
  },
  'EXPLAIN.PASSED_OVER': {
    de: 'Die Jury hat in der Gruppe {portfolioGroup:group} niedriger gereihte Bewerbungen vorgezogen: {numbers:list}.',
    en: 'In the group {portfolioGroup:group} the jury preferred lower-ranked applications: {numbers:list}.',
  },
  'EXPLAIN.JURY_REASON': {
    de: 'Begründung der Jury: {reason:quote}',
    en: 'Reason given by the jury: {reason:quote}',
  },
  'EXPLAIN.GROUP_FILLED': {
    de: 'Das Bündel enthält {count:number} Bewerbungen der Gruppe {portfolioGroup:group}; sie sind alle mindestens gleich hoch gereiht.',
    en: 'The bundle holds {count:number} applications of the group {portfolioGroup:group}, all ranked at least as high.',
  },
  'EXPLAIN.GROUP_EMPTY': {
    de: 'Das Bündel enthält keine Bewerbung der Gruppe {portfolioGroup:group}.',
    en: 'The bundle holds no application of the group {portfolioGroup:group}.',
  },
  'EXPLAIN.CORRIDOR_MISSED': {
    de: 'Der Zielkorridor für {value:corridor} ist mit {count:number} nicht eingehalten.',
    en: 'The corridor for {value:corridor} is not kept with {count:number}.',
  },
  'EXPLAIN.CORRIDOR_AT_MINIMUM': {
    de: 'Mit ihr erreicht das Bündel gerade die Untergrenze für {value:corridor}: {min:number}.',
    en: 'With it the bundle just reaches the lower bound for {value:corridor}: {min:number}.',
  },
  'EXPLAIN.CORRIDOR_AT_MAXIMUM': {
    de: 'Die Obergrenze für {value:corridor} war mit {max:number} ausgeschöpft.',
    en: 'The upper bound for {value:corridor} was used up with {max:number}.',
  },
} as const;

const DECISION = {
  'EXPLAIN.DECISION_OPEN': {
    de: 'Über die Bewerbung ist noch nicht entschieden.',
    en: 'The application has not been decided on yet.',
  },
  'EXPLAIN.SELECTED': {
    de: 'Die Jury hat die Bewerbung am {day:day} in das Bündel der Modellprojekte aufgenommen.',
    en: 'The jury took the application into the bundle of model projects on {day:day}.',
  },
  'EXPLAIN.RESERVE': {
    de: 'Die Bewerbung ist empfohlen, aber nicht im Bündel. Sie steht auf Platz {reserveRank:number} der Nachrückliste der Gruppe {portfolioGroup:group}.',
    en: 'The application is recommended, but not in the bundle. It holds place {reserveRank:number} on the reserve list of the group {portfolioGroup:group}.',
  },
  'EXPLAIN.NOT_SELECTED': {
    de: 'Die Bewerbung wurde nicht ausgewählt.',
    en: 'The application was not selected.',
  },
  'EXPLAIN.NOT_SELECTED_NOT_RECOMMENDED': {
    de: 'Die Bewerbung wurde nicht ausgewählt, weil sie der Jury nicht empfohlen war.',
    en: 'The application was not selected because it was not recommended to the jury.',
  },
  'EXPLAIN.NOT_SELECTED_NO_RESERVE': {
    de: 'Die Bewerbung war empfohlen, ist aber weder im Bündel noch auf der Nachrückliste der Gruppe {portfolioGroup:group}.',
    en: 'The application was recommended, but is neither in the bundle nor on the reserve list of the group {portfolioGroup:group}.',
  },
  'EXPLAIN.NOT_SELECTED_FORMALLY': {
    de: 'Die Bewerbung wurde nicht ausgewählt, weil sie die formale Prüfung nicht bestanden hat.',
    en: 'The application was not selected because it did not pass the formal check.',
  },
} as const;

/**
 * The words of explanations, in both languages: how a decision follows from what was checked, scored, moved and voted
 * (I10). Addressed to a reader of the file, so names appear only where the caller puts them in.
 */
export const SENTENCES = {
  ...FORMAL_CHECK,
  ...REVIEW,
  ...RECOMMENDATION,
  ...JURY,
  ...DECISION,
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** The code of a sentence that has words. */
export type SentenceCode = keyof typeof SENTENCES;
