/** A file as the upload reader hands it over: read to its end, within the limit of the route. */
export interface ReceivedFile {
  readonly originalname: string;
  readonly size: number;
  readonly buffer: Buffer;
}

/**
 * The name a person gave the file. Browsers send it in UTF-8, while the multipart reader takes it for Latin-1; a name that was Latin-1
 * after all is no valid UTF-8 and stays as it is. Path parts and control characters go, since the name comes back in a header.
 */
export function fileNameOf(file: ReceivedFile): string {
  const asUtf8 = Buffer.from(file.originalname, 'latin1').toString('utf8');
  const isLatin1 = [...file.originalname].every((character) => character.charCodeAt(0) <= 0xff);
  const name = isLatin1 && !asUtf8.includes('\uFFFD') ? asUtf8 : file.originalname;
  const bare = (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim();
  return bare.slice(0, 255) || 'datei';
}
