import type { LocalizedText } from '../../vocabulary/localized-text.js';

/** JSON values as an event's payload may hold them. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** One field before and after a change, for the text difference of the trail. No personal data: a commitment instead. */
export interface FieldChange {
  readonly field: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** What is fixed about a type of event: which chain and object it belongs to, and its name in the trail. */
export interface AuditEventInfo {
  /** `installation`: the chain of the installation; `call`: of a call; `application`: of a call, about one application. */
  readonly scope: 'installation' | 'call' | 'application';
  readonly label: LocalizedText;
}

/** The infos of one file's events. */
export type EventInfos<Payloads> = Readonly<Record<keyof Payloads, AuditEventInfo>>;
