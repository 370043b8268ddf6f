import type { LocalizedText } from './localized-text.js';

/**
 * Roles. All but the administrator are held per call; an administrator is one for the whole installation and counts as
 * having that role in every call.
 */
export const ROLES = ['administrator', 'coordinator', 'examiner', 'reviewer', 'juror', 'chair', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** German and English names of the roles. */
export const ROLE_LABELS: Readonly<Record<Role, LocalizedText>> = {
  administrator: { de: 'Administration', en: 'Administration' },
  coordinator: { de: 'Geschäftsstelle', en: 'Coordinator' },
  examiner: { de: 'Prüfer/in', en: 'Examiner' },
  reviewer: { de: 'Gutachter/in', en: 'Reviewer' },
  juror: { de: 'Jurymitglied', en: 'Juror' },
  chair: { de: 'Juryvorsitz', en: 'Chair' },
  auditor: { de: 'Revision', en: 'Auditor' },
};
