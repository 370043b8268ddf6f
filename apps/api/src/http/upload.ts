import { SetMetadata } from '@nestjs/common';

export interface AcceptedFile {
  /** Name of the form field that carries the file. */
  readonly field: string;
  readonly maxBytes: number;
  /** Refusal of a larger file, told the limit as {limitMb}. */
  readonly tooLarge: string;
}

export const ACCEPTED_FILE = 'kuer:accepted-file';

/**
 * The route takes multipart/form-data with one file, which `@UploadedFile()` hands over as a buffer. Other routes take JSON and nothing else.
 * It is read before the transaction opens, so that a slow sender holds no connection to the database.
 */
export const AcceptsFile = (file: AcceptedFile) => SetMetadata(ACCEPTED_FILE, file);
