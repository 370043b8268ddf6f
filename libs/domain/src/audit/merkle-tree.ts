import { concatBytes } from './bytes.js';
import type { Digest } from './digest.js';

const LEAF_PREFIX = Uint8Array.of(0x00);
const NODE_PREFIX = Uint8Array.of(0x01);

/** Hash of a leaf: digest(0x00 ‖ entry). Source: RFC 9162, 2.1.1 (as RFC 6962). */
export function leafHash(entry: Uint8Array, digest: Digest): Uint8Array {
  return digest(concatBytes(LEAF_PREFIX, entry));
}

/** Hash of an inner node: digest(0x01 ‖ left ‖ right). Source: RFC 9162, 2.1.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array, digest: Digest): Uint8Array {
  return digest(concatBytes(NODE_PREFIX, left, right));
}

/** The largest power of two smaller than `size`; for size 2 and more. */
function splitPoint(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

function subtreeHash(hashes: readonly Uint8Array[], start: number, end: number, digest: Digest): Uint8Array {
  if (end - start === 1) return hashes[start] as Uint8Array;
  const split = start + splitPoint(end - start);
  return nodeHash(subtreeHash(hashes, start, split, digest), subtreeHash(hashes, split, end, digest), digest);
}

function hashesOf(entries: readonly Uint8Array[], digest: Digest): Uint8Array[] {
  return entries.map((entry) => leafHash(entry, digest));
}

/** Root over entries; of no entry at all, digest of nothing. Source: RFC 9162, 2.1.1. */
export function merkleRoot(entries: readonly Uint8Array[], digest: Digest): Uint8Array {
  if (entries.length === 0) return digest(new Uint8Array(0));
  return subtreeHash(hashesOf(entries, digest), 0, entries.length, digest);
}

function assertSize(size: number, entries: number): void {
  if (!Number.isSafeInteger(size) || size < 0 || size > entries) {
    throw new RangeError(`A tree of ${entries} entries has no state with ${size} entries.`);
  }
}

/**
 * The hashes that lead from the entry at `index` (from 0) to the root over the first `size` entries, deepest first.
 * Source: RFC 9162, 2.1.3.1. Throws a RangeError where there is no such entry.
 */
export function inclusionProof(
  entries: readonly Uint8Array[],
  index: number,
  digest: Digest,
  size: number = entries.length,
): Uint8Array[] {
  assertSize(size, entries.length);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`There is no entry ${index} among ${size}.`);
  }
  const hashes = hashesOf(entries.slice(0, size), digest);
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const split = start + splitPoint(end - start);
    if (index < split) {
      proof.unshift(subtreeHash(hashes, split, end, digest));
      end = split;
    } else {
      proof.unshift(subtreeHash(hashes, start, split, digest));
      start = split;
    }
  }
  return proof;
}

/**
 * The hashes that show that the tree of the first `oldSize` entries is a prefix of the one of the first `newSize`.
 * Empty for equal sizes and for an old size of 0, where there is nothing to show. Source: RFC 9162, 2.1.4.1.
 * Throws a RangeError where a size is none of the tree, or the old one larger than the new one.
 */
export function consistencyProof(
  entries: readonly Uint8Array[],
  oldSize: number,
  digest: Digest,
  newSize: number = entries.length,
): Uint8Array[] {
  assertSize(newSize, entries.length);
  assertSize(oldSize, newSize);
  if (oldSize === 0 || oldSize === newSize) return [];
  const hashes = hashesOf(entries.slice(0, newSize), digest);
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = newSize;
  let isWholeOldTree = true;
  // Down the path to the old tree's last entry; what lies aside goes into the proof.
  while (oldSize !== end) {
    const split = start + splitPoint(end - start);
    if (oldSize <= split) {
      proof.unshift(subtreeHash(hashes, split, end, digest));
      end = split;
    } else {
      proof.unshift(subtreeHash(hashes, start, split, digest));
      start = split;
      isWholeOldTree = false;
    }
  }
  if (!isWholeOldTree) proof.unshift(subtreeHash(hashes, start, end, digest));
  return proof;
}
