import { describe, expect, it } from '@jest/globals';
import type { Eligibility } from '../stage2-review/recommendation.js';
import { type ExplanationSectionKey, explainDecision, explainOutcome, explainWhy } from './explain-decision.js';
import type { ExplanationFacts, JuryFacts, ReviewFacts } from './explanation-facts.js';
import { renderSentence, renderSentences } from './sentence.js';

const reached: Eligibility = {
  eligible: true,
  reasons: [
    { code: 'ELIGIBILITY.TOTAL_REACHED', params: { value: 72.5, threshold: 60 } },
    { code: 'ELIGIBILITY.GROUP_REACHED', params: { group: 'G1', name: 'Zukunft', value: 66.666, threshold: 50 } },
  ],
};
const missed: Eligibility = {
  eligible: false,
  reasons: [
    { code: 'ELIGIBILITY.TOTAL_REACHED', params: { value: 61, threshold: 60 } },
    { code: 'ELIGIBILITY.GROUP_MISSED', params: { group: 'G2', name: 'Netzwerk', value: 40, threshold: 50 } },
  ],
};
const review: ReviewFacts = {
  required: 2,
  reviews: [
    { label: 'A', total: 70, verdict: 'eligible' },
    { label: 'B', total: 75, verdict: null },
  ],
  total: 72.5,
  rank: { rank: 12, of: 80, tied: false },
  divergence: null,
  settledBy: null,
  eligibility: reached,
  recommendation: { derived: 'recommended', outcome: 'recommended', comment: null },
};
const jury: JuryFacts = {
  portfolioGroup: 'mittelstaedte',
  membersRecused: 0,
  motions: [{ number: 7, text: 'Das Bündel A wird beschlossen.', outcome: 'adopted', yes: 6, no: 1, abstain: 2 }],
  takenBefore: [],
  passedOverBy: [],
  reason: null,
  selectedInGroup: 3,
  corridors: [],
};
const selected: ExplanationFacts = {
  state: 'selected',
  formalCheck: {
    passed: 7,
    notApplicable: 1,
    failedItems: [],
    outstandingDocuments: ['Ratsbeschluss'],
    supplements: [{ dueOn: '2020-06-15', documents: ['Finanzplan', 'Karte'] }],
    decision: { outcome: 'accepted', day: '2020-06-20', examiner: 'Prüfer/in 1' },
  },
  review,
  jury,
  decision: { outcome: 'selected', reserveRank: null, portfolioGroup: 'mittelstaedte', day: '2020-08-25' },
};
const leftOut = (change: Partial<JuryFacts> = {}): ExplanationFacts => ({
  ...selected,
  state: 'reserve',
  jury: { ...jury, ...change },
  decision: { outcome: 'reserve', reserveRank: 2, portfolioGroup: 'mittelstaedte', day: '2020-08-25' },
});
const sectionOf = (facts: ExplanationFacts, key: ExplanationSectionKey): string[] =>
  renderSentences(explainDecision(facts).find((section) => section.key === key)?.sentences ?? [], 'de');

describe('the explanation of a decision (I10)', () => {
  it('tells a selection from the formal check to the vote, in words', () => {
    expect(explainDecision(selected).map(({ key, sentences }) => [key, renderSentences(sentences, 'de')])).toEqual([
      [
        'formal_check',
        [
          'Geprüft wurden 8 Punkte, davon erfüllt: 7, nicht zutreffend: 1.',
          'Zur Vervollständigung wurde mit Frist bis 15.06.2020 nachgefordert: Finanzplan und Karte.',
          'Nach eigener Frist durften noch folgen: Ratsbeschluss.',
          'Die formale Prüfung ergab, dass die Bewerbung vollständig und bewertbar ist; entschieden am 20.06.2020 durch Prüfer/in 1.',
        ],
      ],
      [
        'review',
        [
          'Gutachten A: 70 von 100 Punkten.',
          'Gutachten A hält die Bewerbung für grundsätzlich förderwürdig.',
          'Gutachten B: 75 von 100 Punkten.',
          'Das Mittel aus 2 Gutachten beträgt 72,5 Punkte.',
          'Damit liegt die Bewerbung auf Rang 12 von 80.',
        ],
      ],
      [
        'recommendation',
        [
          'Der Gesamtwert von 72,5 Punkten erreicht die Schwelle von 60.',
          'In der Gruppe „Zukunft“ erreichen 66,67 Punkte die Schwelle von 50.',
          'Daraus folgt: grundsätzlich förderwürdig, der Jury zur Förderung empfohlen.',
        ],
      ],
      ['jury', ['Antrag 7 „Das Bündel A wird beschlossen.“ wurde angenommen (Ja 6, Nein 1, Enthaltungen 2).']],
      ['decision', ['Die Jury hat die Bewerbung am 25.08.2020 in das Bündel der Modellprojekte aufgenommen.']],
    ]);
  });

  it('says whom a selected one was taken before and which corridor needs it', () => {
    const corridors = [
      { dimension: 'state' as const, value: 'ST', count: 1, min: 1, max: 4 },
      { dimension: 'phase' as const, value: 'B', count: 9, min: 3, max: 12 },
      { dimension: 'sizeClass' as const, value: 'landgemeinde', count: 0, min: 1, max: null },
    ];
    const facts = { ...selected, jury: { ...jury, takenBefore: ['B-004', 'B-011'], corridors } };
    expect(renderSentences(explainWhy(facts), 'de')).toEqual([
      'Die Jury hat die Bewerbung am 25.08.2020 in das Bündel der Modellprojekte aufgenommen.',
      'Das Mittel aus 2 Gutachten beträgt 72,5 Punkte.',
      'Damit liegt die Bewerbung auf Rang 12 von 80.',
      'Sie wurde in der Gruppe Mittelstädte vor höher gereihten Bewerbungen aufgenommen: B-004 und B-011.',
      'Mit ihr erreicht das Bündel gerade die Untergrenze für Sachsen-Anhalt: 1.',
      'Der Zielkorridor für Landgemeinde ist mit 0 nicht eingehalten.',
    ]);
  });

  it('says who was preferred to a higher-ranked one that stays out, and why', () => {
    const facts = leftOut({ passedOverBy: ['B-020'], reason: 'Die Region ist schon vertreten.' });
    expect(renderSentences(explainWhy(facts), 'de')).toEqual([
      'Die Bewerbung ist empfohlen, aber nicht im Bündel. Sie steht auf Platz 2 der Nachrückliste der Gruppe Mittelstädte.',
      'Das Mittel aus 2 Gutachten beträgt 72,5 Punkte.',
      'Damit liegt die Bewerbung auf Rang 12 von 80.',
      'Die Jury hat in der Gruppe Mittelstädte niedriger gereihte Bewerbungen vorgezogen: B-020.',
      'Begründung der Jury: „Die Region ist schon vertreten.“',
    ]);
  });

  it('says that the group was filled by better ones, or left empty, or at its upper bound', () => {
    expect(renderSentences(explainWhy(leftOut()), 'de').at(-1)).toBe(
      'Das Bündel enthält 3 Bewerbungen der Gruppe Mittelstädte; sie sind alle mindestens gleich hoch gereiht.',
    );
    expect(renderSentences(explainWhy(leftOut({ selectedInGroup: 0 })), 'de').at(-1)).toBe(
      'Das Bündel enthält keine Bewerbung der Gruppe Mittelstädte.',
    );
    const corridors = [{ dimension: 'portfolioGroup' as const, value: 'mittelstaedte', count: 3, min: 1, max: 3 }];
    expect(renderSentences(explainWhy(leftOut({ corridors })), 'de').at(-1)).toBe(
      'Die Obergrenze für Mittelstädte war mit 3 ausgeschöpft.',
    );
  });

  it('names the missed thresholds of what was not recommended, and nothing about the jury', () => {
    const facts: ExplanationFacts = {
      ...leftOut({ passedOverBy: ['B-020'] }),
      state: 'not_selected',
      review: {
        ...review,
        eligibility: missed,
        recommendation: { derived: 'not_recommended', outcome: 'not_recommended', comment: null },
      },
      decision: { outcome: 'not_selected', reserveRank: null, portfolioGroup: 'mittelstaedte', day: '2020-08-25' },
    };
    expect(renderSentences(explainWhy(facts), 'de')).toEqual([
      'Die Bewerbung wurde nicht ausgewählt, weil sie der Jury nicht empfohlen war.',
      'In der Gruppe „Netzwerk“ liegen 40 Punkte unter der Schwelle von 50.',
    ]);
    // It had no claim to be taken, so nobody was preferred to it.
    expect(sectionOf(facts, 'jury')).toEqual([
      'Antrag 7 „Das Bündel A wird beschlossen.“ wurde angenommen (Ja 6, Nein 1, Enthaltungen 2).',
    ]);
    expect(sectionOf(facts, 'recommendation').at(-1)).toBe(
      'Daraus folgt: nicht grundsätzlich förderwürdig, der Jury nicht empfohlen.',
    );
  });

  it('shows where the coordinator departed from the derived recommendation', () => {
    const recommendation = {
      derived: 'recommended' as const,
      outcome: 'not_recommended' as const,
      comment: 'Doppelförderung',
    };
    const facts: ExplanationFacts = {
      ...selected,
      state: 'not_selected',
      review: { ...review, recommendation },
      decision: { outcome: 'not_selected', reserveRank: null, portfolioGroup: 'mittelstaedte', day: '2020-08-25' },
    };
    expect(renderSentences(explainWhy(facts), 'de')).toEqual([
      'Die Bewerbung wurde nicht ausgewählt, weil sie der Jury nicht empfohlen war.',
      'Die Geschäftsstelle hat davon abweichend keine Empfehlung ausgesprochen: „Doppelförderung“',
    ]);
    expect(sectionOf(facts, 'recommendation')).toContain(
      'Daraus folgt: grundsätzlich förderwürdig, der Jury zur Förderung empfohlen.',
    );
  });

  it('explains a formal rejection by its items, its reason and both examiners', () => {
    const facts: ExplanationFacts = {
      state: 'formally_rejected',
      formalCheck: {
        passed: 6,
        notApplicable: 0,
        failedItems: ['Ratsbeschluss', 'Projektphase angegeben'],
        outstandingDocuments: [],
        supplements: [],
        decision: {
          outcome: 'rejected',
          day: '2020-06-20',
          proposedBy: 'P1',
          confirmedBy: 'P2',
          reason: 'Unterlagen fehlen.',
        },
      },
      review: null,
      jury: null,
      decision: null,
    };
    expect(renderSentences(explainWhy(facts), 'de')).toEqual([
      'Die Bewerbung wurde nicht ausgewählt, weil sie die formale Prüfung nicht bestanden hat.',
      'Nicht erfüllt: Ratsbeschluss und Projektphase angegeben.',
    ]);
    expect(sectionOf(facts, 'formal_check').slice(-2)).toEqual([
      'Die Bewerbung wurde formal abgelehnt: P1 hat die Ablehnung vorgeschlagen, P2 hat sie am 20.06.2020 bestätigt.',
      'Begründung der Ablehnung: „Unterlagen fehlen.“',
    ]);
  });

  it('says what is not there yet, and tells what became of a divergence', () => {
    const open: ExplanationFacts = { state: 'received', formalCheck: null, review: null, jury: null, decision: null };
    expect(explainDecision(open)).toEqual([
      { key: 'decision', sentences: [{ code: 'EXPLAIN.DECISION_OPEN', params: {} }] },
    ]);
    expect(explainOutcome({ ...selected, state: 'withdrawn' }).code).toBe('EXPLAIN.WITHDRAWN');
    const divergence = {
      points: 24,
      levels: 3,
      criteria: ['K1', 'K4'],
      verdictsDiffer: false,
      flagged: true,
      reasons: [{ code: 'DIVERGENCE.LEVELS', params: { levels: 3, threshold: 3, criteria: ['K1', 'K4'] } }],
    };
    const half: ReviewFacts = {
      ...review,
      reviews: review.reviews.slice(0, 1),
      total: null,
      rank: null,
      recommendation: null,
      eligibility: { eligible: null, reasons: [{ code: 'ELIGIBILITY.REVIEWS_MISSING', params: {} }] },
    };
    expect(sectionOf({ ...open, review: half }, 'review')[0]).toBe('Von 2 Gutachten sind 1 eingereicht.');
    expect(sectionOf({ ...open, review: half }, 'recommendation')).toEqual([
      'Es liegen noch nicht alle Gutachten vor.',
      'Eine Empfehlung lässt sich noch nicht ableiten.',
    ]);
    const told = (settledBy: ReviewFacts['settledBy']) =>
      sectionOf(
        { ...open, review: { ...review, divergence, settledBy, rank: { rank: 3, of: 9, tied: true } } },
        'review',
      );
    expect(told(null)).toContain('Die Abweichung ist noch nicht geklärt.');
    expect(told('reconciliation')).toContain('Die Abweichung wurde in einer Abstimmung der Gutachtenden geklärt.');
    expect(told('third_review').at(-1)).toBe('Damit teilt sich die Bewerbung mit anderen den Rang 3 von 9.');
    expect(told(null)).toContain('Bei K1 und K4 liegen die Gutachten um 3 Stufen auseinander (Schwelle: 3).');
  });

  it('can be read in English throughout', () => {
    const facts = leftOut({ passedOverBy: ['B-020', 'B-031'], reason: 'Region', membersRecused: 2 });
    const words = explainDecision(facts).flatMap(({ sentences }) => renderSentences(sentences, 'en'));
    expect(words).toContain(
      'In the group Medium-sized towns the jury preferred lower-ranked applications: B-020 and B-031.',
    );
    expect(words).toContain('The mean of 2 reviews is 72.5 points.');
    expect(words).toContain('A supplement was requested by 15 June 2020: Finanzplan and Karte.');
    expect(renderSentence({ code: 'EXPLAIN.JURY_REASON', params: { reason: ' x ' } }, 'en')).toBe(
      'Reason given by the jury: “x”',
    );
  });
});
