import type { Random } from '../random.js';
import type { CriterionPhrases } from './criterion-phrases.js';
import { futurePhrases } from './future-phrases.js';
import { modelPhrases } from './model-phrases.js';
import { networkPhrases } from './network-phrases.js';

const phrases: Readonly<Record<string, CriterionPhrases>> = { ...futurePhrases, ...networkPhrases, ...modelPhrases };

/** Second sentences by level; `{gap}` is something in the dative that is missing. */
const CLOSINGS: readonly (readonly string[])[] = [
  [
    'Das Kriterium wird damit nicht bearbeitet.',
    'Auch zu {gap} findet sich keine Aussage.',
    'Eine Bewertung über null hinaus ist auf dieser Grundlage nicht möglich.',
  ],
  [
    'Zu {gap} findet sich nichts Belastbares.',
    'Mehr als eine Absichtserklärung liegt nicht vor.',
    'Angaben zu {gap} fehlen ganz.',
  ],
  [
    'Es fehlen wesentliche Angaben zu {gap}.',
    'Insbesondere zu {gap} bleibt die Bewerbung vage.',
    'Mit {gap} setzt sie sich nur am Rande auseinander.',
  ],
  [
    'Etwas knapp sind die Ausführungen zu {gap}.',
    'Insgesamt ist das Kriterium erfüllt; zu {gap} wären genauere Angaben hilfreich.',
    'Die wesentlichen Punkte sind gleichwohl behandelt.',
  ],
  [
    'Kleinere Lücken bleiben bei {gap}.',
    'Lediglich zu {gap} hätte man sich mehr gewünscht.',
    'Das ist insgesamt überzeugend.',
    'Offen bleiben nur Einzelheiten zu {gap}.',
  ],
  [
    'Auch zu {gap} sind die Angaben vorbildlich.',
    'Davon können andere Kommunen unmittelbar lernen.',
    'Selbst zu {gap} liegen konkrete Aussagen vor.',
    'Hier setzt die Bewerbung Maßstäbe.',
  ],
];

const bandOf = (level: number): 'high' | 'mid' | 'low' => (level >= 4 ? 'high' : level >= 2 ? 'mid' : 'low');

/**
 * A reason for one level on one criterion, one to two sentences in the manner of a reviewer. `taken` holds the sentences used in the same
 * application before, so that neither a reviewer repeats themselves nor two reviewers agree word for word.
 */
export function composeJustification(
  request: { readonly criterion: string; readonly level: number; readonly measure: string | null },
  random: Random,
  taken: Set<string>,
): string {
  const { criterion, level, measure } = request;
  const own = phrases[criterion];
  const closings = CLOSINGS[level];
  if (!own || !closings) throw new RangeError(`No phrases for ${criterion} at level ${level}`);
  const fitting = own[bandOf(level)].filter((sentence) => measure !== null || !sentence.includes('{measure}'));
  const opening = pickFresh(fitting, random, taken).replace('{measure}', measure ?? '');
  const gap = random.pick(own.gaps);
  const closing = random.pick(closings).replace('{gap}', gap);
  return contracted(random.chance(level === 3 ? 0.75 : 0.9) ? `${opening} ${closing}` : opening);
}

/** „zu der“ and „zu dem“ as they are written. */
function contracted(text: string): string {
  return text
    .replace(/\b([Zz])u der\b/g, '$1ur')
    .replace(/\b([Zz])u dem\b/g, '$1um')
    .replace(/\bbei dem\b/g, 'beim');
}

function pickFresh(sentences: readonly string[], random: Random, taken: Set<string>): string {
  const fresh = sentences.filter((sentence) => !taken.has(sentence));
  const sentence = random.pick(fresh.length > 0 ? fresh : sentences);
  taken.add(sentence);
  return sentence;
}
