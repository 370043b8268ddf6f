import { describe, expect, it } from '@jest/globals';
import { flag, manyOf, oneOf, readState, text, whole, writeState } from './url-params.js';

const params = {
  q: text(),
  state: oneOf(['received', 'in_review'] as const),
  groups: manyOf(['a', 'b', 'c'] as const),
  mine: flag(),
  depth: whole(3),
};

describe('state in the URL', () => {
  it('has defaults for an empty search', () => {
    expect(readState(params, new URLSearchParams())).toEqual({ q: '', state: null, groups: [], mine: false, depth: 3 });
  });

  it('reads back what it wrote', () => {
    const state = { q: 'Köln & Bonn', state: 'in_review', groups: ['a', 'c'], mine: true, depth: 5 } as const;
    expect(readState(params, writeState(params, new URLSearchParams(), state))).toEqual(state);
  });

  it('leaves defaults out of the address', () => {
    const search = new URLSearchParams('q=x&state=received&groups=a&mine=true&depth=9');
    const next = writeState(params, search, { q: ' ', state: null, groups: [], mine: false, depth: 3 });
    expect(next.toString()).toBe('');
  });

  it('takes nothing that is not among the values', () => {
    const search = new URLSearchParams('state=<script>&groups=a,x,c&mine=maybe&depth=1e9');
    expect(readState(params, search)).toEqual({ q: '', state: null, groups: ['a', 'c'], mine: false, depth: 3 });
  });

  it('keeps what belongs to others, and drops the page that was reached with the old filters', () => {
    const search = new URLSearchParams('tab=b&cursor=50&page=2&q=alt');
    expect(writeState(params, search, { q: 'neu' }).toString()).toBe('tab=b&q=neu');
    expect(search.get('cursor')).toBe('50');
  });
});
