import { defineTexts } from '../../shared/i18n/index.js';

export const officeWorkTexts = defineTexts({
  de: {
    overdue: 'Überfällige Gutachten',
    overdueDetail: 'Die Frist ist verstrichen, das Gutachten nicht eingereicht.',
    conflicts: 'Zuweisungen mit Befangenheit',
    conflictsDetail: 'Bitte zurücknehmen und neu besetzen.',
    declined: 'Abgelehnte Zuweisungen',
    declinedDetail: 'Der Platz ist frei und braucht eine andere Person.',
    free: 'Freie Plätze für Gutachten',
    freeDetail: 'Ein Vorschlag verteilt sie gleichmäßig.',
    divergent: 'Offene Abweichungen',
    divergentDetail: 'Abstimmung eröffnen oder Drittgutachten anordnen.',
    confirm: 'Förderempfehlungen bestätigen',
  },
  en: {
    overdue: 'Overdue reviews',
    overdueDetail: 'The deadline has passed, the review is not submitted.',
    conflicts: 'Assignments with a conflict',
    conflictsDetail: 'Please revoke them and fill the places again.',
    declined: 'Declined assignments',
    declinedDetail: 'The place is free and needs somebody else.',
    free: 'Free places for reviews',
    freeDetail: 'A plan spreads them evenly.',
    divergent: 'Open divergences',
    divergentDetail: 'Open a reconciliation or order a third review.',
    confirm: 'Confirm recommendations',
  },
});
