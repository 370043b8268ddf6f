import type { MessageCatalogue } from '../message-catalogue.js';

/** Refusals of the jury stage: sessions, motions, votes, bundles. */
export const juryErrors = {
  'SESSION.START_IN_THE_PAST': {
    status: 422,
    de: 'Der Beginn der Sitzung liegt in der Vergangenheit.',
    en: 'The session would start in the past.',
  },
  'SESSION.CALL_NOT_IN_JURY_STAGE': {
    status: 409,
    de: 'Eine Sitzung lässt sich erst eröffnen, wenn der Förderaufruf in der Juryauswahl ist.',
    en: 'A session can be opened once the call is in the jury stage.',
  },
  'SESSION.CLOSED': { status: 409, de: 'Die Sitzung ist geschlossen.', en: 'The session is closed.' },
  'SESSION.NOT_OPEN': { status: 409, de: 'Die Sitzung ist nicht eröffnet.', en: 'The session is not open.' },
  'SESSION.MOTION_OPEN': {
    status: 409,
    de: 'Es läuft noch eine Abstimmung. Bitte zuerst schließen.',
    en: 'A vote is still open. Please close it first.',
  },
  'SESSION.TRANSITION_NOT_ALLOWED': {
    status: 409,
    de: 'Das ist im jetzigen Stand der Sitzung nicht möglich.',
    en: 'This is not possible in the present state of the session.',
  },
  'SESSION.NO_MEMBER_OF_THE_JURY': {
    status: 422,
    de: 'Diese Person gehört der Jury nicht an.',
    en: 'This person is no member of the jury.',
  },
  'MOTION.SUBJECT_MISSING': {
    status: 422,
    de: 'Bitte angeben, worum es in dem Antrag geht; der Gegenstand muss zum Förderaufruf gehören.',
    en: 'Please say what the motion is about; its subject must belong to the call.',
  },
  'MOTION.TRANSITION_NOT_ALLOWED': {
    status: 409,
    de: 'Ein Antrag wird einmal eröffnet und einmal geschlossen; dieser Schritt ist nicht (mehr) möglich.',
    en: 'A motion is opened once and closed once; this step is not possible (any more).',
  },
  'MOTION.ANOTHER_IS_OPEN': {
    status: 409,
    de: 'Es läuft schon eine andere Abstimmung.',
    en: 'Another vote is open already.',
  },
  'MOTION.NOT_OPEN': {
    status: 409,
    de: 'Über diesen Antrag wird gerade nicht abgestimmt.',
    en: 'There is no vote on this motion right now.',
  },
  'MOTION.NOT_QUORATE': {
    status: 409,
    de: 'Die Jury ist nicht beschlussfähig: {present} anwesend, {required} nötig.',
    en: 'The jury is not quorate: {present} present, {required} needed.',
  },
  'MOTION.CHAIR_DECISION_NEEDED': {
    status: 422,
    de: 'Stimmengleichheit: Der Vorsitz entscheidet. Bitte „angenommen“ oder „abgelehnt“ angeben.',
    en: 'The votes are equal: the chair decides. Please say “adopted” or “rejected”.',
  },
  'VOTE.RECUSED': {
    status: 403,
    de: 'Sie sind bei diesem Antrag wegen Befangenheit ausgeschlossen.',
    en: 'You are recused from this motion.',
  },
  'VOTE.NOT_IN_ELECTORATE': {
    status: 409,
    de: 'Sie waren bei der Eröffnung der Abstimmung nicht anwesend und können nicht mehr teilnehmen.',
    en: 'You were not present when the vote was opened and can not take part any more.',
  },
  'VOTE.NOT_PRESENT': {
    status: 409,
    de: 'Nur anwesende Mitglieder stimmen ab. Bitte lassen Sie Ihre Anwesenheit erfassen.',
    en: 'Only members who are present vote. Please have your attendance recorded.',
  },
  'VOTE.ALREADY_CAST': {
    status: 409,
    de: 'Ihre Stimme ist schon abgegeben und zählt; ändern lässt sie sich nicht.',
    en: 'Your vote is cast and counts; it can not be changed.',
  },
  'BUNDLE.TRANSITION_NOT_ALLOWED': {
    status: 409,
    de: 'Das ist im jetzigen Stand des Bündels nicht möglich.',
    en: 'This is not possible in the present state of the bundle.',
  },
  'BUNDLE.UNDER_VOTE': {
    status: 409,
    de: 'Zu diesem Bündel liegt ein Antrag auf Beschluss vor; es bleibt, wie die Jury es sieht.',
    en: 'There is a motion to adopt this bundle; it stays as the jury sees it.',
  },
  'BUNDLE.ANOTHER_IS_ADOPTED': {
    status: 409,
    de: 'Die Jury hat schon ein anderes Bündel beschlossen.',
    en: 'The jury has adopted another bundle already.',
  },
  'BUNDLE.CALL_NOT_IN_JURY_STAGE': {
    status: 409,
    de: 'Bündel werden in der Juryauswahl zusammengestellt; der Förderaufruf ist in einer anderen Stufe.',
    en: 'Bundles are assembled in the jury stage; the call is in another stage.',
  },
  'BUNDLE.NOT_RECOMMENDED': {
    status: 422,
    de: '{number} ist nicht zur Förderung empfohlen. Ins Bündel kommen nur empfohlene Bewerbungen.',
    en: '{number} is not recommended. Only recommended applications come into the bundle.',
  },
  'BUNDLE.NOT_PASSED_OVER': {
    status: 422,
    de: '{number} wird von diesem Bündel nicht übergangen; eine Begründung ist nicht nötig.',
    en: '{number} is not passed over by this bundle; no reason is needed.',
  },
  'BUNDLE.ADOPTION_INCOMPLETE': {
    status: 409,
    de: 'Der Beschluss ist noch nicht möglich. Offene Punkte: {count}.',
    en: 'Adoption is not possible yet. Open items: {count}.',
  },
  'ADOPTION.OTHER_MOTION': {
    status: 409,
    de: 'Der Antrag gilt nicht dem Beschluss dieses Bündels.',
    en: 'The motion is not about the adoption of this bundle.',
  },
  'ADOPTION.MOTION_NOT_CLOSED': {
    status: 409,
    de: 'Über den Antrag ist noch nicht abgestimmt.',
    en: 'The motion has not been voted on.',
  },
  'ADOPTION.MOTION_NOT_ADOPTED': {
    status: 409,
    de: 'Der Antrag wurde nicht angenommen.',
    en: 'The motion was not adopted.',
  },
  'ADOPTION.ALREADY_ADOPTED': {
    status: 409,
    de: 'Das Bündel ist schon beschlossen.',
    en: 'The bundle is adopted already.',
  },
  'ADOPTION.ANOTHER_IS_ADOPTED': {
    status: 409,
    de: 'Die Jury hat schon ein anderes Bündel beschlossen.',
    en: 'The jury has adopted another bundle already.',
  },
  'ADOPTION.NOT_A_CANDIDATE': {
    status: 409,
    de: '{number} hat die Juryauswahl nicht erreicht.',
    en: '{number} has not reached the jury stage.',
  },
  'ADOPTION.NOT_RECOMMENDED': {
    status: 409,
    de: '{number} ist nicht zur Förderung empfohlen.',
    en: '{number} is not recommended.',
  },
  'ADOPTION.TOO_FEW': {
    status: 409,
    de: 'Das Bündel hat {count} Projekte, mindestens {min} sollen es sein.',
    en: 'The bundle has {count} projects; it should have at least {min}.',
  },
  'ADOPTION.TOO_MANY': {
    status: 409,
    de: 'Das Bündel hat {count} Projekte, höchstens {max} dürfen es sein.',
    en: 'The bundle has {count} projects; it may have at most {max}.',
  },
  'ADOPTION.BUDGET_EXCEEDED': {
    status: 409,
    de: 'Das Budget ist um {excess} Euro überschritten.',
    en: 'The budget is exceeded by {excess} euros.',
  },
  'ADOPTION.CORRIDOR_BELOW': {
    status: 409,
    de: 'Zielkorridor „{value}“: {count} statt mindestens {min}. Bitte anpassen oder begründen.',
    en: 'Corridor “{value}”: {count} instead of at least {min}. Please adjust or give a reason.',
  },
  'ADOPTION.CORRIDOR_ABOVE': {
    status: 409,
    de: 'Zielkorridor „{value}“: {count} statt höchstens {max}. Bitte anpassen oder begründen.',
    en: 'Corridor “{value}”: {count} instead of at most {max}. Please adjust or give a reason.',
  },
  'ADOPTION.JUSTIFICATION_MISSING': {
    status: 409,
    de: '{number} (Rang {rank}) bleibt draußen, obwohl schlechter platzierte derselben Gruppe im Bündel sind. Die Begründung fehlt.',
    en: '{number} (rank {rank}) stays out although lower-ranked ones of its group are in. The reason is missing.',
  },
} as const satisfies MessageCatalogue;
