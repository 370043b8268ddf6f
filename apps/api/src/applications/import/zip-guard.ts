import { inflateRawSync } from 'node:zlib';
import { IMPORT_LIMITS, ImportRefusal } from './import-problem.js';

/** One file of a zip archive, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly unpackedSize: number;
  readonly localHeaderOffset: number;
}

const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_RECORD_SIZE = 22;
const CENTRAL_ENTRY_SIZE = 46;
const LOCAL_ENTRY_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const MAX_COMMENT = 0xffff;
const RATIO_MATTERS_FROM = 1024 * 1024;

const damaged = (): ImportRefusal => new ImportRefusal('IMPORT.XLSX_DAMAGED');
const expandsTooMuch = (): ImportRefusal => new ImportRefusal('IMPORT.XLSX_EXPANDS_TOO_MUCH');

export function looksLikeZip(file: Buffer): boolean {
  return file.length >= 4 && file.readUInt32LE(0) === LOCAL_ENTRY;
}

/**
 * The entries of an archive, read from its central directory, nothing unpacked. Refused: encrypted, split and 64-bit archives, unknown
 * methods of packing, archives in the archive, more entries, bytes or a higher ratio than an xlsx of this size can need.
 */
export function readZipDirectory(file: Buffer): ZipEntry[] {
  const end = findEndRecord(file);
  const count = file.readUInt16LE(end + 10);
  const size = file.readUInt32LE(end + 12);
  const start = file.readUInt32LE(end + 16);
  if (file.readUInt16LE(end + 8) !== count || start + size > end) throw damaged();
  if (count > IMPORT_LIMITS.zipEntries) throw expandsTooMuch();

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let position = start;
  for (let index = 0; index < count; index += 1) {
    if (position + CENTRAL_ENTRY_SIZE > end || file.readUInt32LE(position) !== CENTRAL_ENTRY) throw damaged();
    const isEncrypted = (file.readUInt16LE(position + 8) & 1) === 1;
    const nameLength = file.readUInt16LE(position + 28);
    const next =
      position + CENTRAL_ENTRY_SIZE + nameLength + file.readUInt16LE(position + 30) + file.readUInt16LE(position + 32);
    const entry: ZipEntry = {
      name: file.toString('utf8', position + CENTRAL_ENTRY_SIZE, position + CENTRAL_ENTRY_SIZE + nameLength),
      method: file.readUInt16LE(position + 10),
      packedSize: file.readUInt32LE(position + 20),
      unpackedSize: file.readUInt32LE(position + 24),
      localHeaderOffset: file.readUInt32LE(position + 42),
    };
    if (isEncrypted || next > end || names.has(entry.name)) throw damaged();
    if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged();
    names.add(entry.name);
    entries.push(entry);
    position = next;
  }
  refuseBombs(entries);
  return entries;
}

function findEndRecord(file: Buffer): number {
  const earliest = Math.max(0, file.length - END_RECORD_SIZE - MAX_COMMENT);
  for (let position = file.length - END_RECORD_SIZE; position >= earliest; position -= 1) {
    if (file.readUInt32LE(position) !== END_OF_CENTRAL_DIRECTORY) continue;
    if (position + END_RECORD_SIZE + file.readUInt16LE(position + 20) === file.length) return position;
  }
  throw damaged();
}

function refuseBombs(entries: readonly ZipEntry[]): void {
  let packed = 0;
  let unpacked = 0;
  for (const entry of entries) {
    if (/\.(zip|xlsx|xlsm|docx|jar|gz|7z|rar)$/i.test(entry.name)) throw expandsTooMuch();
    if (isDisproportionate(entry.packedSize, entry.unpackedSize)) throw expandsTooMuch();
    packed += entry.packedSize;
    unpacked += entry.unpackedSize;
  }
  if (unpacked > IMPORT_LIMITS.unpackedBytes || isDisproportionate(packed, unpacked)) throw expandsTooMuch();
}

function isDisproportionate(packed: number, unpacked: number): boolean {
  return unpacked > RATIO_MATTERS_FROM && unpacked > packed * IMPORT_LIMITS.unpackedRatio;
}

/**
 * The bytes of one entry. A directory can lie about sizes, so the unpacking stops at the size it states, and what comes out must have exactly
 * that size.
 */
export function unpackEntry(file: Buffer, entry: ZipEntry): Buffer {
  const header = entry.localHeaderOffset;
  if (header + LOCAL_ENTRY_SIZE > file.length || file.readUInt32LE(header) !== LOCAL_ENTRY) throw damaged();
  const start = header + LOCAL_ENTRY_SIZE + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  const packed = file.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) throw damaged();
  const unpacked = entry.method === STORED ? packed : inflate(packed, entry.unpackedSize);
  if (unpacked.length !== entry.unpackedSize) throw damaged();
  if (looksLikeZip(unpacked)) throw expandsTooMuch();
  return unpacked;
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw isCode(error, 'ERR_BUFFER_TOO_LARGE') ? expandsTooMuch() : damaged();
  }
}

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
