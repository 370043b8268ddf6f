import { describe, expect, it } from '@jest/globals';
import { AUDIT_EVENT_TYPES, AUDIT_EVENTS } from './events.js';

describe('the events of the procedure', () => {
  it.each([...AUDIT_EVENT_TYPES])('%s is told in the past tense and has a name in both languages', (type) => {
    expect(type).toMatch(/^[A-Z]+(_[A-Z]+)*_?(ED|PUT|CAST|SET|MADE|GIVEN|KEPT|LEFT_ROOM|BACK|IN|OUT|DRAWN|FROZEN)$/);
    expect(AUDIT_EVENTS[type].label.de).not.toBe('');
    expect(AUDIT_EVENTS[type].label.en).not.toBe('');
  });

  it('gives no two types the same name', () => {
    for (const locale of ['de', 'en'] as const) {
      const names = AUDIT_EVENT_TYPES.map((type) => AUDIT_EVENTS[type].label[locale]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
