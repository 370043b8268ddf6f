import { useRef } from 'react';

/**
 * Keys for POSTs that create or submit: sending the same body again (after a lost answer, a double click) carries the same
 * key and does nothing twice; a changed body, or the next one after a success, gets a new key.
 */
export class IdempotencyKeys {
  private last: { body: string; key: string } | null = null;

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  headersFor(body: unknown): { 'Idempotency-Key': string } {
    const text = JSON.stringify(body) ?? '';
    if (this.last?.body !== text) this.last = { body: text, key: this.newKey() };
    return { 'Idempotency-Key': this.last.key };
  }

  /** After a success: the next one is meant anew. */
  done(): void {
    this.last = null;
  }
}

/** One IdempotencyKeys per mounted component. */
export function useIdempotencyKeys(): IdempotencyKeys {
  const keys = useRef<IdempotencyKeys | null>(null);
  keys.current ??= new IdempotencyKeys();
  return keys.current;
}
