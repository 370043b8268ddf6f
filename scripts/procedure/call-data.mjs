/** An invented call of 86 applications: municipalities that do not exist, with keys of the right form. */

export const APPLICATIONS = 86;

const STATES = [
  ['SH', '010'],
  ['NI', '031'],
  ['NW', '055'],
  ['HE', '064'],
  ['RP', '071'],
  ['BW', '083'],
  ['BY', '097'],
  ['BB', '120'],
  ['SN', '147'],
  ['ST', '150'],
  ['TH', '160'],
];
const CLASSES = [
  ['grossstaedte', 'kleinere-grossstadt', 180_000],
  ['mittelstaedte', 'groessere-mittelstadt', 64_000],
  ['kleinstaedte_landgemeinden', 'groessere-kleinstadt', 14_000],
  ['interkommunal_landkreise', 'kleinere-mittelstadt', 31_000],
];

/** What the call asks for: 30 to 32 projects, every group represented. */
export const SETTINGS = {
  thresholds: { total: 60, group: 50, divergencePoints: 20, divergenceLevels: 3 },
  documents: [{ key: 'project_outline', label: { de: 'Projektskizze', en: 'Project outline' }, required: true }],
  corridors: CLASSES.map(([group]) => ({ dimension: 'portfolioGroup', value: group, min: 5, max: 12 })),
  budget: { total: 330_000_000, count: { min: 30, max: 32 } },
  dates: {},
  rules: {
    reviewsPerApplication: 2,
    minJustificationLength: 20,
    maxReviewsPerReviewer: null,
    ownStateConflict: false,
    quorumShare: 0.5,
    majority: 'simple',
    tieRule: 'chair_decides',
    ballot: 'open',
    rankBy: 'mean',
    reservePerGroup: null,
  },
};

export const applications = () =>
  Array.from({ length: APPLICATIONS }, (_, index) => {
    const [state, prefix] = STATES[index % STATES.length];
    const [portfolioGroup, sizeClass, population] = CLASSES[index % CLASSES.length];
    const place = `Musterort ${String(index + 1).padStart(2, '0')}`;
    return {
      number: `P-${String(index + 1).padStart(3, '0')}`,
      title: `Gemeinsam digital in ${place}`,
      motto: 'Erprobung des Verfahrens',
      summary: `${place} entwickelt mit Bürgerschaft, Verwaltung und Wirtschaft eine Strategie für die digitale Stadt.`,
      leadName: place,
      leadAgs: `${prefix}${String(10_000 + index)}`,
      federalStates: state,
      sizeClass,
      portfolioGroup,
      phase: index % 3 === 0 ? 'B' : 'A',
      fundingRequested: 6_000_000 + (index % 9) * 500_000,
      population,
      themes: index % 2 === 0 ? 'Mobilität; Daten' : 'Verwaltung; Beteiligung',
    };
  });

/** Score of the criterion with this place (0 to 11): two reviewers agree within a step, and two thirds are well above the threshold. */
export function scoreOf(applicationIndex, reviewerIndex, criterionIndex) {
  const base = applicationIndex % 3 === 2 ? 2 : 4;
  const wave = (applicationIndex * 7 + criterionIndex * 5) % 4 === 0 ? 1 : 0;
  const strict = (reviewerIndex + criterionIndex) % 5 === 0 ? -1 : 0;
  return Math.max(0, Math.min(5, base + wave + strict));
}

export const justificationOf = (criterion, value) =>
  `Zu ${criterion} ist die Darstellung mit ${value} von 5 zu bewerten: Ziele, Wege und Beteiligte sind benannt.`;

/** A small valid PDF with one line of text in its comment. */
export const pdfOf = (text) =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n% ${text}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  );
