import { concatBytes, toHex, utf8 } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import type { Digest } from './digest.js';

/** A salted commitment to personal data: 64 hex digits that stand for the data in the hashed event. */
export type Commitment = string;

/**
 * Commits to personal data without storing it in the trail: digest(salt ‖ canonical JSON of the value). The salt (at
 * least 16 random bytes, kept beside the data and erased with it) keeps names and e-mail addresses from being guessed;
 * once it is gone, the event stays verifiable and says nothing about the person any more. Throws a RangeError for a
 * shorter salt.
 */
export function commitTo(value: unknown, salt: Uint8Array, digest: Digest): Commitment {
  if (salt.length < 16) throw new RangeError('A commitment needs a salt of at least 16 bytes.');
  return toHex(digest(concatBytes(salt, utf8(canonicalJson(value)))));
}
