import type { ReviewVerdict } from '@kuer/domain';
import { publishedCriteria } from './data/published-2020.js';
import type { DemoReview, DemoScore } from './demo-call.js';
import { composeJustification } from './phrases/compose-justification.js';
import type { Random } from './random.js';
import { groupShares } from './score-levels.js';

export const criterionCodes: readonly string[] = publishedCriteria.flatMap(({ criteria }) =>
  criteria.map(({ code }) => code),
);

/** Short names of the criteria, with article, as reviewers speak of them. */
const SHORT_NAMES = [
  'die Ausrichtung an den Zielen der Stadtentwicklung',
  'die Darstellung der Ausgangslage',
  'die Befassung mit der Zukunft',
  'das Lösungspotenzial',
  'der Raumbezug',
  'die Strategie und ihre Beteiligung',
  'die Ressourcenplanung',
  'die Realisierbarkeit',
  'die Skalierbarkeit',
  'der Weg in die breite Umsetzung',
  'die Übertragbarkeit auf andere Kommunen',
  'der Beitrag zu Planungsmethoden',
] as const;

const GROUP_NAMES = ['Zukunftsfähigkeit und integrierte Stadtentwicklung', 'Netzwerkstadt', 'Stadtnetzwerk'] as const;

const OPENINGS: Readonly<Record<ReviewVerdict, readonly string[]>> = {
  eligible: [
    'Insgesamt liegt eine überzeugende Bewerbung vor.',
    'Die Bewerbung ist in sich schlüssig und gut ausgearbeitet.',
    'Das Vorhaben verdient eine Förderung.',
    'Die Kommune legt ein tragfähiges Gesamtkonzept vor.',
  ],
  not_eligible: [
    'Die Bewerbung enthält gute Ansätze, ist aber noch nicht ausgereift.',
    'In der vorliegenden Form überzeugt das Vorhaben nicht.',
    'Der Bedarf ist nachvollziehbar, das Konzept trägt ihn noch nicht.',
    'Vor einer Förderung müsste das Konzept deutlich vertieft werden.',
  ],
};

const CONCLUSIONS: Readonly<Record<ReviewVerdict, readonly string[]>> = {
  eligible: [
    'Grundsätzlich förderwürdig.',
    'Aus fachlicher Sicht ist das Vorhaben förderwürdig.',
    'Die Förderwürdigkeit wird bejaht.',
  ],
  not_eligible: [
    'Die Förderwürdigkeit wird verneint.',
    'Aus fachlicher Sicht derzeit nicht förderwürdig.',
    'Eine erneute Bewerbung in einer späteren Staffel wird angeregt.',
  ],
};

/** A finished review of these levels. Sentences in `taken` were used in the same application before. */
export function composeReview(
  request: {
    readonly levels: readonly number[];
    readonly verdict: ReviewVerdict;
    readonly measure: string | null;
    readonly at: string;
  },
  random: Random,
  taken: Set<string>,
): DemoReview {
  const { levels, verdict, measure, at } = request;
  return {
    state: 'submitted',
    verdict,
    summary: composeSummary(levels, verdict, random),
    scores: composeScores(levels, measure, random, taken),
    at,
  };
}

/** A review that its reviewer has begun: the first `count` criteria are scored, nothing is said of the whole yet. */
export function composeDraft(
  request: {
    readonly levels: readonly number[];
    readonly count: number;
    readonly measure: string | null;
    readonly at: string;
  },
  random: Random,
  taken: Set<string>,
): DemoReview {
  const { levels, count, measure, at } = request;
  return {
    state: 'draft',
    verdict: null,
    summary: '',
    scores: composeScores(levels, measure, random, taken).slice(0, count),
    at,
  };
}

function composeScores(
  levels: readonly number[],
  measure: string | null,
  random: Random,
  taken: Set<string>,
): DemoScore[] {
  return criterionCodes.map((criterion, index) => {
    const value = levels[index] ?? 0;
    return {
      criterion,
      value,
      justification: composeJustification({ criterion, level: value, measure }, random, taken),
    };
  });
}

function composeSummary(levels: readonly number[], verdict: ReviewVerdict, random: Random): string {
  const best = indexOfExtreme(levels, Math.max);
  const worst = indexOfExtreme(levels, Math.min);
  const shares = groupShares(levels);
  const strongest = GROUP_NAMES[indexOfExtreme(shares, Math.max)];
  const weakest = GROUP_NAMES[indexOfExtreme(shares, Math.min)];
  const balance =
    strongest === weakest
      ? 'Die drei Kriteriengruppen sind ausgeglichen.'
      : random.pick([
          `Am stärksten ist der Bereich „${strongest}“, am schwächsten der Bereich „${weakest}“.`,
          `Im Bereich „${strongest}“ liegen die Stärken, im Bereich „${weakest}“ besteht der größte Nachholbedarf.`,
        ]);
  const detail = random.pick([
    `Hervorzuheben ist ${SHORT_NAMES[best]}; weniger überzeugt ${SHORT_NAMES[worst]}.`,
    `Für das Vorhaben spricht vor allem ${SHORT_NAMES[best]}, nachzubessern wäre ${SHORT_NAMES[worst]}.`,
  ]);
  return [random.pick(OPENINGS[verdict]), balance, detail, random.pick(CONCLUSIONS[verdict])].join(' ');
}

function indexOfExtreme(values: readonly number[], extreme: (...numbers: number[]) => number): number {
  return values.indexOf(extreme(...values));
}
