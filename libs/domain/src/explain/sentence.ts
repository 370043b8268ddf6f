import type { Finding } from '../vocabulary/finding.js';
import type { Locale, LocalizedText } from '../vocabulary/localized-text.js';
import { formatParam } from './format-param.js';
import { SENTENCES } from './sentences.js';

/** One sentence of an explanation: a code with its values; the words are made per language. */
export type Sentence = Finding;

/** The template of a code; null for a code that has no sentence. */
export function sentenceTemplate(code: string): LocalizedText | null {
  return Object.hasOwn(SENTENCES, code) ? (SENTENCES[code as keyof typeof SENTENCES] as LocalizedText) : null;
}

/**
 * The words of a sentence in a language. A place `{total:points}` is filled with the value of `total`, written as points;
 * without a kind a value stands as it is. Rounding happens here and nowhere else. Throws an Error for a code without a
 * template and for a value that the template needs and the sentence lacks: an explanation with holes is none.
 */
export function renderSentence(sentence: Sentence, locale: Locale): string {
  const template = sentenceTemplate(sentence.code);
  if (!template) throw new Error(`There are no words for ${sentence.code}.`);
  return template[locale].replace(/\{(\w+)(?::(\w+))?\}/g, (_place, name: string, kind: string | undefined) => {
    const value = sentence.params[name];
    if (value === undefined || value === null) throw new Error(`${sentence.code} lacks its value "${name}".`);
    return formatParam(value, kind ?? 'plain', sentence.params, locale);
  });
}

/** The words of several sentences, one text each. */
export function renderSentences(sentences: readonly Sentence[], locale: Locale): string[] {
  return sentences.map((sentence) => renderSentence(sentence, locale));
}
