import { api, unwrap } from '../api/client.js';

/** A file and its fields as multipart/form-data; the generated types know a file as a string. */
function formOf(
  file: File,
  fields: Readonly<Record<string, string>> = {},
): { body: never; bodySerializer(): FormData } {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set('file', file);
  return { body: {} as never, bodySerializer: () => form };
}

export const uploadAttachment = (applicationId: string, file: File, documentKey: string) =>
  unwrap(
    api.POST('/api/v1/applications/{id}/attachments', {
      params: { path: { id: applicationId } },
      ...formOf(file, { documentKey }),
    }),
  );

export const importApplications = (callId: string, file: File, dryRun: boolean) =>
  unwrap(
    api.POST('/api/v1/calls/{callId}/applications/import', {
      params: { path: { callId }, query: { dryRun: dryRun ? 'true' : 'false' } },
      ...formOf(file),
    }),
  );
