import type { ApplicationAct, LocalizedText } from '@kuer/domain';

/** What happens to an application, as a refusal names it. */
export const APPLICATION_ACT_LABELS: Readonly<Record<ApplicationAct, LocalizedText>> = {
  start_formal_check: { de: 'Formale Prüfung beginnen', en: 'start the formal check' },
  request_supplement: { de: 'Nachforderung versenden', en: 'request a supplement' },
  answer_supplement: { de: 'Nachforderung beantworten', en: 'answer the supplement request' },
  accept: { de: 'Formal zulassen', en: 'accept formally' },
  reject: { de: 'Formal ablehnen', en: 'reject formally' },
  reopen_formal_check: { de: 'Formale Prüfung wieder aufnehmen', en: 'reopen the formal check' },
  start_review: { de: 'Begutachtung beginnen', en: 'start the review' },
  complete_reviews: { de: 'Begutachtung abschließen', en: 'complete the reviews' },
  reopen_review: { de: 'Gutachten wieder öffnen', en: 'reopen a review' },
  open_reconciliation: { de: 'Abstimmung eröffnen', en: 'open a reconciliation' },
  close_reconciliation: { de: 'Abstimmung abschließen', en: 'close the reconciliation' },
  order_third_review: { de: 'Drittgutachten anordnen', en: 'order a third review' },
  recommend: { de: 'Empfehlen', en: 'recommend' },
  not_recommend: { de: 'Nicht empfehlen', en: 'not recommend' },
  select: { de: 'Auswählen', en: 'select' },
  put_on_reserve: { de: 'Auf die Nachrückliste setzen', en: 'put on the reserve list' },
  not_select: { de: 'Nicht auswählen', en: 'not select' },
  withdraw: { de: 'Zurückziehen', en: 'withdraw' },
};
