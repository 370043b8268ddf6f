import { createHash } from 'node:crypto';
import type { Digest } from '@kuer/domain';

/** The hash of the trail. */
export const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest();
