/** A refusal that the person at the keyboard can act on: one sentence, no stack. Anything else thrown is a defect and keeps its stack. */
export class Failure extends Error {}

/** Runs a script's main function; a Failure becomes its sentence and exit code 1. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Failure ? `\n${error.message}` : error);
  }
}

/** The sentence for a file or folder that cannot be written, or the error itself. */
export function explainFileError(error, path) {
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return new Failure(
      `Kür cannot write to ${path}: it belongs to another user; start as that user, or give it back with chown.`,
    );
  }
  if (error.code === 'ENOSPC') return new Failure(`The disk that holds ${path} is full.`);
  return error;
}
