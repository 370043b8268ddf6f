/** Text of a refusal by its code: `{name}` is filled from the parameters. `status` is the HTTP status it is usually answered with. */
export interface MessageText {
  readonly status: number;
  readonly de: string;
  readonly en: string;
}
export type MessageCatalogue = Readonly<Record<string, MessageText>>;
