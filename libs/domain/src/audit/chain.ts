import { concatBytes, fromHex, toHex, utf8 } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import { type Digest, HASH_LENGTH } from './digest.js';

/** The hash before the first event: 32 zero bytes. */
export const GENESIS_HASH = '0'.repeat(HASH_LENGTH * 2);

/**
 * The hash of an event in its chain: h_i = digest(h_{i−1} ‖ UTF-8 of the event's canonical JSON), as lower-case hex.
 * Source: formulas of the procedure, "Trail"; RFC 8785. Throws a RangeError where `previousHash` is no 32 bytes of hex,
 * and CanonicalJsonError where the event has no canonical form.
 */
export function chainHash(previousHash: string, event: unknown, digest: Digest): string {
  const previous = fromHex(previousHash);
  if (previous.length !== HASH_LENGTH) throw new RangeError('A previous hash has 32 bytes.');
  return toHex(digest(concatBytes(previous, utf8(canonicalJson(event)))));
}

/** An event with its place in the chain. `event` is what was hashed and holds its own `seq`. */
export interface ChainLink {
  readonly event: { readonly seq: number };
  readonly previousHash: string;
  readonly hash: string;
}

/** Why a link does not hold. */
export type ChainBreak = 'sequence_gap' | 'previous_hash_differs' | 'hash_differs' | 'not_canonical' | 'head_differs';

/** Where a check begins and what it must end with; without them, from the first event to wherever the links end. */
export interface ChainBounds {
  /** Hash of the event before the first one given; default: the genesis hash. */
  readonly previousHash?: string;
  /** Number the first event must have; default 1. */
  readonly firstSeq?: number;
  /** Number and hash of the last event as they were kept elsewhere; shows links cut off at the end. */
  readonly head?: { readonly seq: number; readonly hash: string };
}

/** What checking a chain found: the number of events and the last hash, or the first bad link. */
export type ChainVerification =
  | { readonly ok: true; readonly events: number; readonly head: string }
  | { readonly ok: false; readonly firstBad: number; readonly reason: ChainBreak };

function breakOf(link: ChainLink, expectedSeq: number, previousHash: string, digest: Digest): ChainBreak | null {
  if (link.event.seq !== expectedSeq) return 'sequence_gap';
  if (link.previousHash !== previousHash) return 'previous_hash_differs';
  try {
    return chainHash(previousHash, link.event, digest) === link.hash ? null : 'hash_differs';
  } catch {
    return 'not_canonical';
  }
}

/**
 * Checks a chain link by link: numbers without gaps, each link on the one before it, each hash over its event. Finds the
 * first bad one (`firstBad`: the number that stands, or should stand, there). Whoever can write the store could restamp a
 * bare chain, so a head kept elsewhere should be given.
 */
export function verifyChain(links: Iterable<ChainLink>, digest: Digest, bounds: ChainBounds = {}): ChainVerification {
  let previousHash = bounds.previousHash ?? GENESIS_HASH;
  let expectedSeq = bounds.firstSeq ?? 1;
  let events = 0;
  for (const link of links) {
    const reason = breakOf(link, expectedSeq, previousHash, digest);
    if (reason !== null) return { ok: false, firstBad: expectedSeq, reason };
    if (bounds.head?.seq === expectedSeq && bounds.head.hash !== link.hash) {
      return { ok: false, firstBad: expectedSeq, reason: 'head_differs' };
    }
    previousHash = link.hash;
    expectedSeq += 1;
    events += 1;
  }
  if (bounds.head && bounds.head.seq >= expectedSeq) {
    return { ok: false, firstBad: expectedSeq, reason: 'head_differs' };
  }
  return { ok: true, events, head: previousHash };
}
