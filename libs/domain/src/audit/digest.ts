/**
 * A hash function of 32 bytes, passed in by whoever has one (SHA-256 in the procedure). The domain computes no hashes of
 * its own, so that server, browser and an auditor's tool can each use the one they trust.
 */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** Length of every hash of the trail, in bytes. */
export const HASH_LENGTH = 32;
