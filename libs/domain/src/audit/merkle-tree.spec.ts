import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromHex, toHex } from './bytes.js';
import { consistencyProof, inclusionProof, leafHash, merkleRoot, nodeHash } from './merkle-tree.js';
import { verifyConsistency, verifyInclusion } from './merkle-verification.js';

const reference = JSON.parse(readFileSync(new URL('../../test-data/merkle.json', import.meta.url), 'utf8')) as {
  emptyRoot: string;
  leafInputsHex: string[];
  rootsBySize: string[];
  hasher: { op: string; input_ascii?: string; left_ascii?: string; right_ascii?: string; hash: string }[];
};
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const ascii = (text = ''): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const published = reference.leafInputsHex.map(fromHex);

function entriesOf(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) => ascii(`entry ${index}`));
}

describe('the Merkle tree (RFC 6962, RFC 9162)', () => {
  it('has the published roots for every size, none included', () => {
    for (let size = 0; size <= published.length; size++) {
      expect(toHex(merkleRoot(published.slice(0, size), sha256))).toBe(reference.rootsBySize[size]);
    }
    expect(toHex(merkleRoot([], sha256))).toBe(reference.emptyRoot);
  });

  it('hashes leaves and nodes apart from each other', () => {
    const [leaf, node] = reference.hasher;
    expect(toHex(leafHash(ascii(leaf?.input_ascii), sha256))).toBe(leaf?.hash);
    expect(toHex(nodeHash(ascii(node?.left_ascii), ascii(node?.right_ascii), sha256))).toBe(node?.hash);
  });

  it('proves every entry of every small tree, and no other place or entry by the same proof', () => {
    for (let size = 1; size <= 18; size++) {
      const entries = entriesOf(size);
      const root = merkleRoot(entries, sha256);
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(entries, index, sha256);
        const claim = { entry: entries[index] as Uint8Array, index, size, proof, root };
        expect(verifyInclusion(claim, sha256)).toBe(true);
        expect(verifyInclusion({ ...claim, entry: ascii('forged') }, sha256)).toBe(false);
        expect(verifyInclusion({ ...claim, index: (index + 1) % size }, sha256)).toBe(size === 1);
        expect(verifyInclusion({ ...claim, proof: [...proof, root] }, sha256)).toBe(false);
        if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: proof.slice(1) }, sha256)).toBe(false);
      }
    }
  });

  it('proves that every small tree grew out of every smaller one, and fails for a changed past', () => {
    for (let newSize = 0; newSize <= 18; newSize++) {
      const entries = entriesOf(newSize);
      const newRoot = merkleRoot(entries, sha256);
      for (let oldSize = 0; oldSize <= newSize; oldSize++) {
        const oldRoot = merkleRoot(entries.slice(0, oldSize), sha256);
        const proof = consistencyProof(entries, oldSize, sha256);
        const claim = { oldSize, newSize, oldRoot, newRoot, proof };
        expect(verifyConsistency(claim, sha256)).toBe(true);
        expect(verifyConsistency({ ...claim, oldRoot: sha256(ascii('forged')) }, sha256)).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...proof, newRoot] }, sha256)).toBe(false);
        if (oldSize > 0) {
          expect(verifyConsistency({ ...claim, newRoot: sha256(ascii('forged')) }, sha256)).toBe(false);
          const rewritten = [ascii('rewritten'), ...entries.slice(1)];
          const forged = {
            ...claim,
            newRoot: merkleRoot(rewritten, sha256),
            proof: consistencyProof(rewritten, oldSize, sha256),
          };
          expect(verifyConsistency(forged, sha256)).toBe(false);
        }
      }
    }
  });

  it('does not take a proof for a tree of another size', () => {
    const entry = ascii('entry 0');
    const root = leafHash(entry, sha256);
    expect(verifyInclusion({ entry, index: 0, size: 1, proof: [], root }, sha256)).toBe(true);
    expect(verifyInclusion({ entry, index: 0, size: 2, proof: [], root }, sha256)).toBe(false);
  });

  it('gives proofs of earlier states of the same entries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (total, first, second) => {
        const entries = entriesOf(total);
        const newSize = (first % total) + 1;
        const oldSize = second % (newSize + 1);
        const proof = consistencyProof(entries, oldSize, sha256, newSize);
        const newRoot = merkleRoot(entries.slice(0, newSize), sha256);
        const oldRoot = merkleRoot(entries.slice(0, oldSize), sha256);
        expect(verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof }, sha256)).toBe(true);
        const index = second % newSize;
        const path = inclusionProof(entries, index, sha256, newSize);
        const entry = entries[index] as Uint8Array;
        expect(verifyInclusion({ entry, index, size: newSize, proof: path, root: newRoot }, sha256)).toBe(true);
      }),
    );
  });

  it('refuses sizes and places that are none', () => {
    const entries = entriesOf(3);
    expect(() => inclusionProof(entries, 3, sha256)).toThrow(RangeError);
    expect(() => inclusionProof(entries, -1, sha256)).toThrow(RangeError);
    expect(() => inclusionProof([], 0, sha256)).toThrow(RangeError);
    expect(() => consistencyProof(entries, 4, sha256)).toThrow(RangeError);
    expect(() => consistencyProof(entries, 3, sha256, 2)).toThrow(RangeError);
    const root = merkleRoot(entries, sha256);
    const malformed = { entry: entries[0] as Uint8Array, index: 0.5, size: 3, proof: [], root };
    expect(verifyInclusion(malformed, sha256)).toBe(false);
    expect(verifyConsistency({ oldSize: 3, newSize: 2, oldRoot: root, newRoot: root, proof: [] }, sha256)).toBe(false);
    expect(verifyConsistency({ oldSize: 2, newSize: 3, oldRoot: root, newRoot: root, proof: [] }, sha256)).toBe(false);
  });
});
