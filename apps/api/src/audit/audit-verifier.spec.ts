import { describe, expect, it } from '@jest/globals';
import { canonicalJson, chainHash, GENESIS_HASH } from '@kuer/domain';
import type { StoredLink } from './audit-chain.js';
import { faultOf } from './audit-verifier.js';
import { sha256 } from './sha256.js';

const link = (seq: number, previousHash: string): StoredLink => {
  const event = { seq, type: 'CALL_CHANGED' };
  return { seq, canonical: canonicalJson(event), previousHash, hash: chainHash(previousHash, event, sha256) };
};
const first = link(1, GENESIS_HASH);
const second = link(2, first.hash);

describe('a link of the trail', () => {
  it('holds where number, predecessor and hash fit', () => {
    expect(faultOf(first, 1, GENESIS_HASH)).toBeNull();
    expect(faultOf(second, 2, first.hash)).toBeNull();
  });

  it.each([
    ['sequence_gap', second, 3, first.hash],
    ['sequence_gap', { ...second, canonical: canonicalJson({ seq: 5, type: 'CALL_CHANGED' }) }, 2, first.hash],
    ['previous_hash_differs', second, 2, GENESIS_HASH],
    ['hash_differs', { ...second, canonical: canonicalJson({ seq: 2, type: 'CALL_CREATED' }) }, 2, first.hash],
    ['not_canonical', { ...second, canonical: '{"type":"CALL_CHANGED","seq":2}' }, 2, first.hash],
    ['not_canonical', { ...second, canonical: '{' }, 2, first.hash],
  ] as const)('shows %s', (fault, bad, seq, previousHash) => {
    expect(faultOf(bad, seq, previousHash)).toBe(fault);
  });

  it('is checked by its place alone where the event is closed to the person', () => {
    const concealed = { ...second, canonical: null };
    expect(faultOf(concealed, 2, first.hash)).toBeNull();
    expect(faultOf(concealed, 2, GENESIS_HASH)).toBe('previous_hash_differs');
    expect(faultOf(concealed, 3, first.hash)).toBe('sequence_gap');
  });
});
