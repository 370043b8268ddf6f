import { describe, expect, it } from '@jest/globals';
import { IdempotencyKeys } from './idempotency.js';

const counting = () => {
  let count = 0;
  return new IdempotencyKeys(() => {
    count += 1;
    return `key-${String(count)}`;
  });
};
const keyOf = (keys: IdempotencyKeys, body: unknown) => keys.headersFor(body)['Idempotency-Key'];

describe('IdempotencyKeys', () => {
  it('sends the same body again with the same key', () => {
    const keys = counting();
    expect(keyOf(keys, { title: 'a' })).toBe(keyOf(keys, { title: 'a' }));
  });

  it('takes a new key for another body: the same one would be refused', () => {
    const keys = counting();
    expect(keyOf(keys, { title: 'a' })).not.toBe(keyOf(keys, { title: 'b' }));
  });

  it('takes a new key after a success: the next one is meant anew', () => {
    const keys = counting();
    const first = keyOf(keys, { title: 'a' });
    keys.done();
    expect(keyOf(keys, { title: 'a' })).not.toBe(first);
  });
});
