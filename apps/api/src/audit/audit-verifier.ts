import type { AuditVerificationResponse } from '@kuer/contract';
import { type ChainBreak, GENESIS_HASH, parseCanonicalJson, verifyChain } from '@kuer/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { AuditChain, type StoredLink } from './audit-chain.js';
import { sha256 } from './sha256.js';

type Fault = ChainBreak | 'columns_differ';

interface Found {
  readonly size: number;
  readonly concealed: number;
  readonly head: string;
  readonly bad: { readonly seq: number; readonly fault: Fault } | null;
}

/** Recomputes a whole chain from its stored events. */
@Injectable()
export class AuditVerifier {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Access) private readonly access: Access,
    @Inject(AuditChain) private readonly chain: AuditChain,
  ) {}

  async verify(callId: string): Promise<AuditVerificationResponse> {
    this.access.require('audit.verify', await this.access.actorFor(callId));
    const found = await this.recompute(callId);
    return {
      ok: found.bad === null,
      size: found.size,
      concealed: found.concealed,
      head: found.size === 0 ? null : found.head,
      firstBad: found.bad?.seq ?? null,
      fault: found.bad?.fault ?? null,
      checkedAt: this.uow.now.toISOString(),
    };
  }

  private async recompute(chainId: string): Promise<Found> {
    let [size, concealed, head] = [0, 0, GENESIS_HASH];
    for await (const batch of this.chain.links(chainId)) {
      for (const link of batch) {
        const fault = faultOf(link, size + 1, head);
        if (fault) return { size, concealed, head, bad: { seq: size + 1, fault } };
        size += 1;
        head = link.hash;
        if (link.canonical === null) concealed += 1;
      }
    }
    const stored = await this.chain.head(chainId);
    const isWhole = stored ? stored.seq === size && stored.hash === head : size === 0;
    if (!isWhole) return { size, concealed, head, bad: { seq: size + 1, fault: 'head_differs' } };
    const other = await this.chain.firstWithOtherColumns(chainId);
    return { size, concealed, head, bad: other === null ? null : { seq: other, fault: 'columns_differ' } };
  }
}

/** What is wrong with a link, which should have this number and stand on this hash. Of a concealed event only place and link can be checked. */
export function faultOf(link: StoredLink, expectedSeq: number, previousHash: string): Fault | null {
  if (link.seq !== expectedSeq) return 'sequence_gap';
  if (link.canonical === null) return link.previousHash === previousHash ? null : 'previous_hash_differs';
  let event: { seq: number };
  try {
    event = parseCanonicalJson(link.canonical) as { seq: number };
  } catch {
    return 'not_canonical';
  }
  const result = verifyChain([{ event, previousHash: link.previousHash, hash: link.hash }], sha256, {
    previousHash,
    firstSeq: expectedSeq,
  });
  return result.ok ? null : result.reason;
}
