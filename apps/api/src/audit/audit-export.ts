import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { AuditChain, type StoredLink } from './audit-chain.js';

/**
 * The trail as JSON Lines, one event a line with its hashes: whoever has the file can recompute the chain without Kür. It is written
 * while it is read, in a transaction of its own that ends with the file.
 */
@Injectable()
export class AuditExport {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Access) private readonly access: Access,
    @Inject(AuditChain) private readonly chain: AuditChain,
  ) {}

  async open(callId: string, accountId: string): Promise<StreamableFile> {
    const output = new PassThrough();
    // The permission is decided before the first byte goes out; the rest follows while it is being sent.
    await new Promise<void>((decided, refused) => {
      const work = this.uow.run({ accountId, mode: 'read', retries: 0 }, async () => {
        this.access.require('audit.read', await this.access.actorFor(callId));
        decided();
        // From here on somebody listens to the stream, and an error cuts it off.
        for await (const batch of this.chain.links(callId)) await write(output, batch.map(lineOf).join(''));
      });
      work.then(
        () => output.end(),
        (error: Error) => {
          refused(error);
          if (output.listenerCount('error') > 0) output.destroy(error);
          else output.destroy();
        },
      );
    });
    return new StreamableFile(output, {
      type: 'application/x-ndjson; charset=utf-8',
      disposition: `attachment; filename="audit-events-${callId}.jsonl"`,
    });
  }
}

/** Waits where the receiver is slower, and stops where it has gone. */
async function write(output: PassThrough, text: string): Promise<void> {
  if (output.destroyed) throw new Error('The receiver has gone');
  if (output.write(text)) return;
  await Promise.race([once(output, 'drain'), once(output, 'close')]);
}

/** The event stands in its line exactly as it was hashed. */
const lineOf = (link: StoredLink): string =>
  `{"seq":${link.seq},"previousHash":"${link.previousHash}","hash":"${link.hash}","event":${link.canonical ?? 'null'}}\n`;
