/** What a texts.ts may hold: strings, functions that make strings, and groups of both. */
export interface TextTree {
  readonly [key: string]: string | ((...values: never[]) => string) | TextTree;
}

/** The shape that the other language must have: the same keys, functions with the same parameters. */
export type SameShape<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : SameShape<T[Key]>;
};

export interface Texts<T> {
  readonly de: SameShape<T>;
  readonly en: SameShape<T>;
}

/**
 * Declares the texts of one folder. German leads; a text that English lacks, or has too many, fails the type check.
 *
 *     export const texts = defineTexts({
 *       de: { title: 'Bewerbungen', found: (count: number) => `${count} gefunden` },
 *       en: { title: 'Applications', found: (count) => `${count} found` },
 *     });
 */
export function defineTexts<const T extends TextTree>(texts: { de: T; en: SameShape<NoInfer<T>> }): Texts<T> {
  return texts as unknown as Texts<T>;
}
