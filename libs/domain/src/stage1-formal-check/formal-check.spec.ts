import { describe, expect, it } from '@jest/globals';
import type { RequiredDocument } from '../call/call-settings.js';
import { type CheckedApplication, type CheckItem, deriveCheckItems } from './check-items.js';
import type { CheckResult } from './check-results.js';
import { findCollisions } from './collisions.js';
import { checkItemRecord, checkSupplementRequest, decideFormalCheck, openItems } from './decide-formal-check.js';

const TODAY = '2020-05-10';
const label = (de: string) => ({ de, en: de });
const documents: RequiredDocument[] = [
  { key: 'application_form', label: label('Antragsformular'), required: true },
  { key: 'council_resolution', label: label('Ratsbeschluss'), required: true, deadline: '2020-06-30' },
  { key: 'letter', label: label('Absichtserklärung'), required: false },
];
const budget = { total: 300_000_000, perProjectMax: 15_000_000, count: { min: 1, max: 32 } };
const sound: CheckedApplication = {
  id: 'a',
  lead: { name: 'Schwerte', ags: '05978028' },
  partners: [],
  federalStates: ['NW'],
  sizeClass: 'kleinere-mittelstadt',
  population: 46_000,
  phase: 'A',
  fundingRequested: 5_000_000,
  attachedDocuments: ['application_form', 'council_resolution', 'letter'],
};

function itemsOf(
  change: Partial<CheckedApplication> = {},
  today = TODAY,
  collisions = findCollisions([]),
): CheckItem[] {
  return deriveCheckItems({ application: { ...sound, ...change }, documents, budget, collisions, today });
}

function item(items: CheckItem[], key: string): CheckItem {
  const found = items.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
}

function resultsOf(items: CheckItem[], change: Record<string, CheckResult | undefined> = {}) {
  return { ...Object.fromEntries(items.map(({ key }) => [key, 'passed' as CheckResult | undefined])), ...change };
}

function request(change: Partial<Parameters<typeof decideFormalCheck>[0]> = {}) {
  const items = change.items ?? itemsOf();
  return {
    state: 'in_formal_check' as const,
    items,
    results: resultsOf([...items]),
    outcome: 'accepted' as const,
    reason: null,
    examinerId: 'p1',
    proposedRejection: null,
    today: TODAY,
    ...change,
  };
}

describe('check items', () => {
  it('are the documents of the call and then the fixed rules, all suggested as passed where nothing is wrong', () => {
    const items = itemsOf();
    expect(items.map(({ key }) => key)).toEqual([
      'document_application_form',
      'document_council_resolution',
      'document_letter',
      'ags_valid',
      'single_participation',
      'size_class_plausible',
      'phase_stated',
      'funding_within_limit',
    ]);
    expect(items.every(({ suggestion, findings }) => suggestion === 'passed' && findings.length === 0)).toBe(true);
  });

  it('tell a missing document from one that may follow and one that is not required', () => {
    const items = itemsOf({ attachedDocuments: [] });
    expect(item(items, 'document_application_form')).toMatchObject({
      suggestion: 'failed',
      findings: [{ code: 'DOCUMENT.MISSING', params: { key: 'application_form' } }],
    });
    expect(item(items, 'document_council_resolution')).toMatchObject({
      suggestion: null,
      findings: [{ code: 'DOCUMENT.MAY_FOLLOW', params: { deadline: '2020-06-30' } }],
    });
    expect(item(items, 'document_letter')).toMatchObject({ suggestion: 'not_applicable', isOptional: true });
    // On the day itself the document may still come, the day after it is late.
    expect(item(itemsOf({ attachedDocuments: [] }, '2020-06-30'), 'document_council_resolution').suggestion).toBeNull();
    expect(item(itemsOf({ attachedDocuments: [] }, '2020-07-01'), 'document_council_resolution').suggestion).toBe(
      'failed',
    );
  });

  it('leave a document that came after its deadline to the examiner', () => {
    const late = itemsOf({ lateDocuments: ['council_resolution', 'letter_of_nobody'] });
    expect(item(late, 'document_council_resolution')).toMatchObject({
      suggestion: null,
      findings: [{ code: 'DOCUMENT.LATE', params: { key: 'council_resolution' } }],
    });
    expect(item(late, 'document_application_form').suggestion).toBe('passed');
    // What is not there is missing, whatever else is said of it.
    const gone = itemsOf({ attachedDocuments: [], lateDocuments: ['application_form'] });
    expect(item(gone, 'document_application_form').findings).toMatchObject([{ code: 'DOCUMENT.MISSING' }]);
  });

  it('fail a wrong key, and leave an odd or missing one to the examiner', () => {
    const wrong = item(itemsOf({ lead: { name: 'X', ags: '99999999' } }), 'ags_valid');
    expect(wrong).toMatchObject({ suggestion: 'failed', findings: [{ code: 'AGS.STATE', params: { name: 'X' } }] });
    expect(item(itemsOf({ lead: { name: 'X', ags: null } }), 'ags_valid').suggestion).toBe('failed');
    const odd = item(itemsOf({ partners: [{ name: 'Plön', ags: null }] }), 'ags_valid');
    expect(odd).toMatchObject({
      suggestion: null,
      findings: [{ code: 'AGS.PARTNERS_WITHOUT_KEY', params: { names: ['Plön'] } }],
    });
    const elsewhere = item(itemsOf({ federalStates: ['BY'] }), 'ags_valid');
    expect(elsewhere).toMatchObject({ suggestion: null, findings: [{ code: 'AGS.STATE_NOT_STATED' }] });
  });

  it('fail a second participation with the numbers of the others', () => {
    const collisions = findCollisions(
      ['a', 'b', 'c'].map((id) => ({
        applicationId: id,
        applicationNumber: `B-${id}`,
        role: 'lead' as const,
        name: 'Schwerte',
        ags: '05978028',
        isWithdrawn: false,
      })),
    );
    expect(item(itemsOf({}, TODAY, collisions), 'single_participation')).toMatchObject({
      suggestion: 'failed',
      findings: [{ code: 'PARTICIPATION.COLLISION', params: { name: 'Schwerte', numbers: ['B-b', 'B-c'] } }],
    });
  });

  it('check phase and funding, and only warn of the size class', () => {
    expect(item(itemsOf({ phase: null }), 'phase_stated').suggestion).toBe('failed');
    expect(item(itemsOf({ fundingRequested: 15_000_000 }), 'funding_within_limit').suggestion).toBe('passed');
    expect(item(itemsOf({ fundingRequested: 15_000_000.01 }), 'funding_within_limit').suggestion).toBe('failed');
    expect(item(itemsOf({ fundingRequested: 0 }), 'funding_within_limit').suggestion).toBe('failed');
    expect(item(itemsOf({ population: 600_000 }), 'size_class_plausible').suggestion).toBeNull();
  });
});

describe('the formal decision', () => {
  it('accepts where every item passed or does not apply', () => {
    const items = itemsOf();
    const results = resultsOf(items, { document_letter: 'not_applicable' });
    expect(decideFormalCheck(request({ items, results }))).toEqual({
      ok: true,
      kind: 'accepted',
      outstandingDocuments: [],
    });
  });

  it('waits for open items, names them, and lets a document of its own deadline follow', () => {
    const items = itemsOf({ attachedDocuments: ['application_form'] });
    const results = resultsOf(items, { document_council_resolution: undefined, document_letter: undefined });
    expect(decideFormalCheck(request({ items, results }))).toEqual({
      ok: true,
      kind: 'accepted',
      outstandingDocuments: ['document_council_resolution'],
    });
    expect(decideFormalCheck(request({ items, results, today: '2020-07-01' }))).toEqual({
      ok: false,
      code: 'FORMAL_CHECK.ITEMS_OPEN',
      params: { items: ['document_council_resolution'] },
    });
    expect(openItems(items, {}, TODAY)).toHaveLength(items.length - 2);
  });

  it('does not accept with a failed item, unless the item is optional', () => {
    const items = itemsOf();
    expect(decideFormalCheck(request({ items, results: resultsOf(items, { ags_valid: 'failed' }) }))).toMatchObject({
      code: 'FORMAL_CHECK.ITEMS_FAILED',
      params: { items: ['ags_valid'] },
    });
    expect(decideFormalCheck(request({ items, results: resultsOf(items, { document_letter: 'failed' }) })).ok).toBe(
      true,
    );
  });

  it('rejects only by two different examiners, with a reason and a failed item', () => {
    const items = itemsOf();
    const failed = { items, results: resultsOf(items, { ags_valid: 'failed' }), outcome: 'rejected' as const };
    expect(decideFormalCheck(request({ ...failed }))).toMatchObject({ code: 'FORMAL_CHECK.REASON_NEEDED' });
    expect(decideFormalCheck(request({ ...failed, reason: '  ' }))).toMatchObject({
      code: 'FORMAL_CHECK.REASON_NEEDED',
    });
    expect(decideFormalCheck(request({ ...failed, reason: 'Schlüssel falsch' }))).toEqual({
      ok: true,
      kind: 'rejection_proposed',
      failedItems: ['ags_valid'],
    });
    const proposedRejection = { decisionId: 'd1', decidedBy: 'p1' };
    expect(decideFormalCheck(request({ ...failed, proposedRejection, examinerId: 'p1' }))).toMatchObject({
      code: 'FORMAL_CHECK.SECOND_EXAMINER_NEEDED',
    });
    expect(decideFormalCheck(request({ ...failed, proposedRejection, examinerId: 'p2' }))).toEqual({
      ok: true,
      kind: 'rejection_confirmed',
      failedItems: ['ags_valid'],
      confirms: 'p1',
    });
    expect(decideFormalCheck(request({ outcome: 'rejected', reason: 'ohne Grund' }))).toMatchObject({
      code: 'FORMAL_CHECK.NOTHING_FAILED',
    });
    expect(
      decideFormalCheck(request({ ...failed, results: resultsOf(items, { document_letter: 'failed' }), reason: 'x' })),
    ).toMatchObject({ code: 'FORMAL_CHECK.NOTHING_FAILED' });
  });

  it('decides nothing while a supplement is asked for, nor before or after the check', () => {
    expect(decideFormalCheck(request({ state: 'supplement_requested' }))).toMatchObject({
      code: 'FORMAL_CHECK.SUPPLEMENT_OPEN',
    });
    for (const state of ['received', 'formally_accepted', 'in_review', 'withdrawn'] as const) {
      expect(decideFormalCheck(request({ state }))).toMatchObject({ code: 'FORMAL_CHECK.NOT_IN_CHECK' });
    }
  });

  it('records a failed item only with a comment, and no unknown one', () => {
    const items = itemsOf();
    const record = {
      state: 'in_formal_check' as const,
      items,
      key: 'ags_valid',
      result: 'failed' as const,
      comment: null,
    };
    expect(checkItemRecord(record)).toMatchObject({ code: 'FORMAL_CHECK.COMMENT_NEEDED' });
    expect(checkItemRecord({ ...record, comment: 'falsches Land' })).toEqual({ ok: true });
    expect(checkItemRecord({ ...record, key: 'document_other' })).toMatchObject({ code: 'FORMAL_CHECK.UNKNOWN_ITEM' });
    expect(checkItemRecord({ ...record, state: 'in_review', result: 'passed' })).toMatchObject({
      code: 'FORMAL_CHECK.NOT_IN_CHECK',
    });
  });

  it('asks for documents of the call only, with a day in the future', () => {
    const supplement = { documentKeys: ['letter'], knownKeys: ['letter', 'form'], dueOn: '2020-05-11', today: TODAY };
    expect(checkSupplementRequest(supplement)).toEqual({ ok: true });
    expect(checkSupplementRequest({ ...supplement, dueOn: TODAY })).toMatchObject({
      code: 'SUPPLEMENT.DUE_NOT_IN_FUTURE',
    });
    expect(checkSupplementRequest({ ...supplement, documentKeys: ['x'] })).toMatchObject({ params: { keys: ['x'] } });
    expect(checkSupplementRequest({ ...supplement, documentKeys: [] })).toMatchObject({
      code: 'SUPPLEMENT.NO_DOCUMENT',
    });
  });
});
