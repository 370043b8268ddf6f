import { checkSizeClass } from '@kuer/domain';
import { addDays, at } from './day.js';
import type { DemoApplication, DemoFormalCheck, DemoSupplement } from './demo-call.js';

const EXAMINERS = ['pruefung1', 'pruefung2'] as const;
/** Every so many of the invented applications lack the resolution at first. */
const SUPPLEMENT_EVERY = 14;

/** The formal check of the 2020 call: all 86 are accepted, some after a supplement. Which ones is invented. */
export function formalChecks2020(applications: readonly DemoApplication[]): DemoFormalCheck[] {
  let invented = 0;
  return applications.map((application, index) => {
    if (application.isGenerated) invented += 1;
    const needsSupplement = application.isGenerated && invented % SUPPLEMENT_EVERY === 0;
    return acceptedCheck(application, index, { firstDay: '2020-04-22', days: 20, needsSupplement });
  });
}

/** A check that ends with acceptance, by one of the two examiners in turn. */
export function acceptedCheck(
  application: DemoApplication,
  index: number,
  { firstDay, days, needsSupplement }: { firstDay: string; days: number; needsSupplement: boolean },
): DemoFormalCheck {
  const examiner = EXAMINERS[index % 2] ?? 'pruefung1';
  const day = addDays(firstDay, index % Math.max(1, days - 10));
  const supplement = needsSupplement ? resolutionSupplement(application, day) : null;
  return {
    application: application.number,
    examiner,
    examinedAt: at(day, 8 + (index % 8), (index * 13) % 60),
    exceptions: remarksOn(application),
    supplement,
    outcome: 'accepted',
    reason: null,
    decidedAt: supplement ? at(addDays(day, 9), 11) : at(day, 16, index % 60),
    confirmedBy: null,
  };
}

/** What an examiner notes although the item passes. */
function remarksOn(application: DemoApplication): DemoFormalCheck['exceptions'] {
  const remarks: { key: string; result: 'passed'; comment: string }[] = [];
  const { sizeClass, population, partners } = application;
  if (checkSizeClass({ sizeClass, population })) {
    remarks.push({
      key: 'size_class_plausible',
      result: 'passed',
      comment:
        'Einwohnerzahl und Typ weichen voneinander ab; maßgeblich ist die Referenztabelle des BBSR (zentralörtliche Funktion).',
    });
  }
  if (partners.some(({ ags }) => ags === null)) {
    remarks.push({
      key: 'ags_valid',
      result: 'passed',
      comment:
        'Ein Teil der Kooperationspartner ist ohne Schlüssel benannt; die federführende Kommune hat die Liste nachgereicht.',
    });
  }
  return remarks;
}

function resolutionSupplement({ lead }: DemoApplication, day: string): DemoSupplement {
  return {
    documentKeys: ['council_resolution'],
    message: `Der Ratsbeschluss zur Bewerbung liegt nicht bei. Bitte reichen Sie ihn bis zum angegebenen Tag nach; andernfalls kann die Bewerbung der Kommune ${lead.name} nicht weiter geprüft werden.`,
    sentBy: 'koordination',
    sentAt: at(addDays(day, 1), 9),
    dueOn: addDays(day, 8),
    answer: 'Der Beschluss wurde in der letzten Sitzung gefasst und liegt als Anlage bei.',
    answeredAt: at(addDays(day, 6), 14),
    documents: [{ documentKey: 'council_resolution', fileName: `Ratsbeschluss ${lead.name}.pdf` }],
  };
}

/** Documents that come with the application: what is asked for later, or missing to the end, is not among them. */
export function documentsAtReceipt(
  application: DemoApplication,
  check: DemoFormalCheck | undefined,
): DemoApplication['documents'] {
  const later = check?.supplement?.documents.map(({ documentKey }) => `${documentKey}`) ?? [];
  const missing =
    check?.exceptions.flatMap(({ key, result }) => (result === 'failed' ? [key.replace(/^document_/, '')] : [])) ?? [];
  return application.documents.filter(({ documentKey }) => ![...later, ...missing].includes(documentKey));
}
