import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ChainLink, chainHash, GENESIS_HASH, verifyChain } from './chain.js';
import { commitTo } from './commitment.js';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

interface TestEvent {
  readonly seq: number;
  readonly type: string;
  readonly payload: unknown;
}
type TestLink = ChainLink & { event: TestEvent };

function chainOf(payloads: readonly unknown[]): TestLink[] {
  const links: TestLink[] = [];
  let previousHash = GENESIS_HASH;
  payloads.forEach((payload, index) => {
    const event = { seq: index + 1, type: 'SCORE_SAVED', payload };
    const hash = chainHash(previousHash, event, sha256);
    links.push({ event, previousHash, hash });
    previousHash = hash;
  });
  return links;
}

describe('the chain', () => {
  it('hashes the 32 bytes before it and the canonical text', () => {
    const expected = createHash('sha256').update(Buffer.alloc(32)).update('{"a":1,"b":"ö"}').digest('hex');
    expect(chainHash(GENESIS_HASH, { b: 'ö', a: 1 }, sha256)).toBe(expected);
    expect(() => chainHash('00', {}, sha256)).toThrow(RangeError);
  });

  it('holds where nothing was touched, also from its middle and when empty', () => {
    const links = chainOf([1, 2, 3]);
    expect(verifyChain(links, sha256)).toEqual({ ok: true, events: 3, head: links[2]?.hash });
    expect(verifyChain([], sha256)).toEqual({ ok: true, events: 0, head: GENESIS_HASH });
    expect(verifyChain(links.slice(1), sha256, { previousHash: links[0]?.hash as string, firstSeq: 2 }).ok).toBe(true);
  });

  it('names the first bad event and what is wrong with it', () => {
    const links = chainOf(['a', 'b', 'c', 'd']);
    const changed = links.map((link) =>
      link.event.seq === 3 ? { ...link, event: { ...link.event, payload: 'x' } } : link,
    );
    expect(verifyChain(changed, sha256)).toEqual({ ok: false, firstBad: 3, reason: 'hash_differs' });
    expect(verifyChain([...links.slice(0, 1), ...links.slice(2)], sha256)).toEqual({
      ok: false,
      firstBad: 2,
      reason: 'sequence_gap',
    });
    const uncanonical = links.map((link) =>
      link.event.seq === 2 ? { ...link, event: { ...link.event, payload: Number.NaN } } : link,
    );
    expect(verifyChain(uncanonical, sha256)).toEqual({ ok: false, firstBad: 2, reason: 'not_canonical' });
    expect(verifyChain(links, sha256, { previousHash: 'f'.repeat(64) })).toEqual({
      ok: false,
      firstBad: 1,
      reason: 'previous_hash_differs',
    });
  });

  it('finds a restamped chain and one that was cut off only by a head kept elsewhere', () => {
    const links = chainOf(['a', 'b', 'c']);
    const head = { seq: 3, hash: links[2]?.hash as string };
    expect(verifyChain(links, sha256, { head }).ok).toBe(true);
    const restamped = chainOf(['a', 'x', 'c']);
    expect(verifyChain(restamped, sha256).ok).toBe(true);
    expect(verifyChain(restamped, sha256, { head })).toEqual({ ok: false, firstBad: 3, reason: 'head_differs' });
    expect(verifyChain(links.slice(0, 2), sha256, { head })).toEqual({
      ok: false,
      firstBad: 3,
      reason: 'head_differs',
    });
  });

  it('shows any single change of any event', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.string(),
        (payloads, position, replacement) => {
          const at = position % payloads.length;
          fc.pre(payloads[at] !== replacement);
          const links = chainOf(payloads);
          const changed = links.map((link, index) =>
            index === at ? { ...link, event: { ...link.event, payload: replacement } } : link,
          );
          expect(verifyChain(changed, sha256)).toEqual({ ok: false, firstBad: at + 1, reason: 'hash_differs' });
        },
      ),
    );
  });
});

describe('a commitment', () => {
  it('stands for the data only together with its salt', () => {
    const salt = new Uint8Array(16).fill(7);
    const commitment = commitTo({ email: 'a@demo.example' }, salt, sha256);
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(commitTo({ email: 'a@demo.example' }, salt, sha256)).toBe(commitment);
    expect(commitTo({ email: 'a@demo.example' }, new Uint8Array(16).fill(8), sha256)).not.toBe(commitment);
    expect(() => commitTo({}, new Uint8Array(15), sha256)).toThrow(RangeError);
  });
});
