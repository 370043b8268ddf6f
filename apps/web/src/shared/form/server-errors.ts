import type { ProblemError } from '../../api/problem.js';

/** `/lead/ags`, `lead.ags` and `partners[0].ags` name the same place: `partners.0.ags`. */
export const fieldPath = (path: string): string =>
  path
    .replace(/^[/$.]+/, '')
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .replaceAll('/', '.');

/**
 * Sorts the server's complaints: those about a field of this form go to it (the first one counts), the others stay as
 * they are. A complaint about a part of a field (`federalStates.0`) belongs to the field.
 */
export function assignServerErrors(
  errors: readonly ProblemError[],
  fields: ReadonlySet<string>,
  rename: (path: string) => string = (path) => path,
): { byField: ReadonlyMap<string, string>; rest: readonly string[] } {
  const byField = new Map<string, string>();
  const rest: string[] = [];
  for (const { path, message } of errors) {
    const field = owner(rename(fieldPath(path ?? '')), fields);
    if (field === null) rest.push(message);
    else if (!byField.has(field)) byField.set(field, message);
  }
  return { byField, rest };
}

function owner(path: string, fields: ReadonlySet<string>): string | null {
  for (let rest = path; rest !== ''; rest = rest.includes('.') ? rest.slice(0, rest.lastIndexOf('.')) : '')
    if (fields.has(rest)) return rest;
  return null;
}
