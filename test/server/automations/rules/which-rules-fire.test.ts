import { describe, expect, test } from 'vitest';
import type { AutomationTrigger, Conditions, Rule } from '../../../../server/automations/automation.ts';
import { clockTime } from '../../../../server/automations/rules/conditions.ts';
import { verdictOf, whichRulesFire } from '../../../../server/automations/rules/which-rules-fire.ts';
import type { Intent } from '../../../../server/understanding/intents/intents.ts';
import { factsWith } from '../facts.ts';

const rule = (trigger: AutomationTrigger, conditions: Conditions = {}, intents: Intent[] = []): Rule => ({
  trigger,
  intents,
  conditions,
});
const silent = { lines: [] };
type Facts = ReturnType<typeof factsWith>;

describe('after the call', () => {
  test.each<[AutomationTrigger, string, Facts, string | undefined]>([
    ['CALL_COMPLETED', 'a call that ended', factsWith(), undefined],
    ['CALL_COMPLETED', 'one without words', factsWith({ call: silent }), undefined],
    ['CALL_COMPLETED', 'a lost call', factsWith({ call: { status: 'LOST' } }), 'hangup never came'],
    ['CALL_MISSED', 'one without words', factsWith({ call: silent }), undefined],
    ['CALL_MISSED', 'a lost call', factsWith({ call: { status: 'LOST' } }), undefined],
    ['CALL_MISSED', 'a call with words', factsWith(), 'The caller was heard.'],
    ['NEGATIVE_SENTIMENT', 'an angry call', factsWith({ analysis: { sentiment: 'NEGATIVE' } }), undefined],
    ['NEGATIVE_SENTIMENT', 'a calm call', factsWith(), 'sentiment was neutral'],
    ['NEGATIVE_SENTIMENT', 'no analysis', factsWith({ analysis: null }), 'hasn’t been analysed'],
    ['POSITIVE_SENTIMENT', 'a happy call', factsWith({ analysis: { sentiment: 'POSITIVE' } }), undefined],
    ['POSITIVE_SENTIMENT', 'a calm call', factsWith(), 'sentiment was neutral'],
    ['INTENT_DETECTED', 'a wish', factsWith(), undefined],
    ['INTENT_DETECTED', 'no wish', factsWith({ intents: ['GENERAL'] }), 'GENERAL'],
    ['INTENT_DETECTED', 'nothing heard', factsWith({ intents: [] }), 'nothing that was heard'],
    ['NEW_CUSTOMER', 'a first call', factsWith({ customer: { isNew: true } }), undefined],
    ['NEW_CUSTOMER', 'a second call', factsWith(), 'called before'],
    ['NEW_CUSTOMER', 'a hidden number', factsWith({ customer: null }), 'number is unknown'],
    ['HUMAN_REQUESTED', 'a wish for a person', factsWith({ intents: ['SPEAK_TO_HUMAN'] }), undefined],
    ['HUMAN_REQUESTED', 'another wish', factsWith(), 'didn’t ask for a person'],
  ])('%s, %s', (trigger, _, facts, reason) => {
    expect(verdictOf(rule(trigger), facts, 'AFTER_CALL')).toEqual(
      reason === undefined
        ? { kind: 'runs' }
        : { kind: 'not triggered', reason: expect.stringContaining(reason) },
    );
  });

  test('an intent that is asked for by name', () => {
    const booking = rule('INTENT_DETECTED', {}, ['BOOK_APPOINTMENT', 'GENERAL']);
    const verdict = (intents: Intent[]) => verdictOf(booking, factsWith({ intents }), 'AFTER_CALL').kind;
    expect(verdict(['EMERGENCY', 'BOOK_APPOINTMENT'])).toBe('runs');
    expect(verdict(['GENERAL'])).toBe('runs');
    expect(verdict(['PRICING'])).toBe('not triggered');
  });
});

describe('during the call', () => {
  test.each<[AutomationTrigger, string]>([
    ['HUMAN_REQUESTED', 'runs'],
    ['CALL_COMPLETED', 'not triggered'],
    ['CALL_MISSED', 'not triggered'],
    ['INTENT_DETECTED', 'not triggered'],
    ['NEW_CUSTOMER', 'not triggered'],
    ['NEGATIVE_SENTIMENT', 'not triggered'],
    ['POSITIVE_SENTIMENT', 'not triggered'],
  ])('%s: %s', (trigger, kind) => {
    const facts = factsWith({
      call: { status: 'IN_PROGRESS', durationSeconds: null },
      analysis: null,
      intents: ['SPEAK_TO_HUMAN'],
    });
    expect(verdictOf(rule(trigger), facts, 'DURING_CALL').kind).toBe(kind);
  });
});

describe('conditions', () => {
  const angry = (score: number) => factsWith({ analysis: { sentimentScore: score } });
  const lasting = (durationSeconds: number | null) => factsWith({ call: { durationSeconds } });
  const at = (instant: string) => factsWith({ call: { startedAt: new Date(instant) } });
  const night = { from: '20:00', until: '08:00' };
  const morning = { from: '09:00', until: '12:00' };
  test.each<[Conditions, string, Facts, string | undefined]>([
    [{}, 'any call', factsWith(), undefined],
    [{ sentimentScore: { min: null, max: -0.5 } }, 'as bad as that', angry(-0.5), undefined],
    [{ sentimentScore: { min: null, max: -0.5 } }, 'better', angry(-0.49), 'is -0.49, above -0.5'],
    [{ sentimentScore: { min: 0.2, max: null } }, 'worse', angry(0.1), 'is 0.1, below 0.2'],
    [{ sentimentScore: { min: 0, max: null } }, 'unknown', factsWith({ analysis: null }), 'isn’t known'],
    [{ durationSeconds: { min: 60, max: 90 } }, 'as long', lasting(90), undefined],
    [{ durationSeconds: { min: 60, max: null } }, 'shorter', lasting(59), 'is 59, below 60'],
    [{ durationSeconds: { min: 60, max: null } }, 'unknown', lasting(null), 'isn’t known'],
    [{ timeOfDay: morning }, 'at 9:00 there', at('2026-11-24T03:30:00Z'), undefined],
    [{ timeOfDay: morning }, 'at 12:00 there', at('2026-11-24T06:30:00Z'), 'at 12:00, and not between'],
    [{ timeOfDay: night }, 'at 23:30 there', at('2026-11-24T18:00:00Z'), undefined],
    [{ timeOfDay: night }, 'at 7:59 there', at('2026-11-24T02:29:00Z'), undefined],
    [{ timeOfDay: night }, 'at 8:00 there', at('2026-11-24T02:30:00Z'), 'at 08:00'],
    [{ customer: 'NEW' }, 'known', factsWith(), 'called before'],
    [{ customer: 'KNOWN' }, 'new', factsWith({ customer: { isNew: true } }), 'for the first time'],
    [{ customer: 'KNOWN' }, 'hidden', factsWith({ customer: null }), 'number is unknown'],
    [{ tag: 'vip' }, 'tagged in capitals', factsWith(), undefined],
    [{ tag: 'dentist' }, 'untagged', factsWith(), 'isn’t tagged “dentist”'],
    [{ tag: 'vip' }, 'hidden', factsWith({ customer: null }), 'number is unknown'],
  ])('%j for a call that is %s', (conditions, _, facts, reason) => {
    expect(verdictOf(rule('CALL_COMPLETED', conditions), facts, 'AFTER_CALL')).toEqual(
      reason === undefined
        ? { kind: 'runs' }
        : { kind: 'held back', reason: expect.stringContaining(reason) },
    );
  });

  test('intents are one of them where they aren’t the trigger', () => {
    const complaints = rule('CALL_COMPLETED', {}, ['COMPLAINT']);
    expect(verdictOf(complaints, factsWith(), 'AFTER_CALL').kind).toBe('held back');
    expect(verdictOf(complaints, factsWith({ intents: ['COMPLAINT'] }), 'AFTER_CALL').kind).toBe('runs');
  });
});

test('every rule gets its own verdict, in their order', () => {
  const rules = [rule('CALL_MISSED'), rule('CALL_COMPLETED'), rule('CALL_COMPLETED', { customer: 'NEW' })];
  const verdicts = whichRulesFire(rules, factsWith(), 'AFTER_CALL');
  expect(verdicts.map(({ rule: asked, verdict }) => [rules.indexOf(asked), verdict.kind])).toEqual([
    [0, 'not triggered'],
    [1, 'runs'],
    [2, 'held back'],
  ]);
});

test('midnight is 00:00', () => {
  expect(clockTime(new Date('2026-11-23T18:30:00Z'), 'Asia/Kolkata')).toBe('00:00');
});
