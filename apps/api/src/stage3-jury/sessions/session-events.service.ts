import { Injectable, type MessageEvent } from '@nestjs/common';
import {
  catchError,
  concatMap,
  distinctUntilChanged,
  from,
  interval,
  map,
  type Observable,
  of,
  startWith,
  takeWhile,
} from 'rxjs';
import { Access } from '../../auth/access.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { SessionsService } from './sessions.service.js';

const POLL_MS = 700;

/**
 * Tells members that something of a session has changed. The event carries no content: each member reads again what they may read, so
 * a stream can never show more than a request would. Rights are asked anew at every turn; where they are gone, the stream ends.
 */
@Injectable()
export class SessionEventsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly sessions: SessionsService,
  ) {}

  async stream(accountId: string, sessionId: string): Promise<Observable<MessageEvent>> {
    // The first look decides whether the stream opens at all; its refusal is an ordinary 404.
    const first = await this.look(accountId, sessionId);
    return interval(POLL_MS).pipe(
      concatMap(() => from(this.look(accountId, sessionId)).pipe(catchError(() => of(null)))),
      takeWhile((state) => state !== null),
      startWith(first),
      distinctUntilChanged(),
      map((state) => ({ type: 'changed', id: String(state), data: { sessionId } })),
    );
  }

  /** A number that grows with every change of the session, its motions and votes: the last place of the call's trail. */
  private look(accountId: string, sessionId: string): Promise<string> {
    return this.uow.run({ accountId, mode: 'read' }, async () => {
      const { call, actor } = await this.sessions.find(sessionId);
      this.access.require('session.read', actor, { callState: call.state });
      const [row] = await this.uow.query<{ seq: string }>(
        `SELECT last_seq AS seq FROM kuer.audit_chains WHERE id = $1`,
        [call.id],
      );
      return row?.seq ?? '0';
    });
  }
}
