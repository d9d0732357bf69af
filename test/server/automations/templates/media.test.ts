import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asLine, asText, asUrl } from '../../../../server/automations/templates/media.ts';
import { fieldsIn, hasOpenBraces } from '../../../../server/automations/templates/template.ts';
import { templateFields } from '../../../../server/automations/templates/template-fields.ts';
import { factsWith } from '../facts.ts';

const named = (name: string | null) => factsWith({ customer: { name } });
const hostile = fc.string({ unit: 'binary', maxLength: 40 });

test.each([
  ['Hello {{customer.name}}!', ['customer.name'], false],
  ['{{ customer.name }}{{call.from}}', ['customer.name', 'call.from'], false],
  ['{{}} and {{ }}', ['', ''], false],
  ['{{customer.name', [], true],
  ['{{{customer.name}}}', ['customer.name'], false],
  ['{ "a": { "b": 1 }}', [], false],
])('%s holds %j', (template, fields, isOpen) => {
  expect(fieldsIn(template)).toEqual(fields);
  expect(hasOpenBraces(template)).toBe(isOpen);
});

test('every field has a value or is empty, never “undefined”', () => {
  const all = templateFields.map(({ name }) => `{{${name}}}`).join('|');
  const unknown = factsWith({ customer: null, analysis: null, call: { from: null, durationSeconds: null } });
  for (const facts of [factsWith(), unknown]) expect(asText(all, facts)).not.toMatch(/undefined|null|NaN/);
  expect(asText(all, factsWith()).split('|')).toHaveLength(templateFields.length);
});

test('a text says what the call was about', () => {
  const template =
    '{{customer.name}} ({{call.from}}), {{call.startedAt}}:\n{{analysis.summary}}\n{{call.transcript}}';
  expect(asText(template, factsWith())).toBe(
    'Meera (+919876543210), Tuesday, 24 November 2026 at 9:30 am:\n' +
      'Meera asked for the hours. She was told.\nReceptionist: Welcome.\nCaller: When do you open?',
  );
});

test('what a caller says is never looked through for fields', () => {
  expect(asText('{{customer.name}}', named('{{call.from}}'))).toBe('{{call.from}}');
});

describe('a line', () => {
  test('stays one, whatever a caller says', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const line = asLine('Call from {{customer.name}}', named(name), 60);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u);
        expect([...line].length).toBeLessThanOrEqual(60);
      }),
    );
    expect(asLine('Call from {{customer.name}}', named('Eve\r\nBcc: all@example.com'), 200)).toBe(
      'Call from Eve Bcc: all@example.com',
    );
  });

  test('is cut between characters', () => {
    expect(asLine('{{customer.name}}', named('🙂'.repeat(10)), 5)).toBe('🙂🙂🙂🙂…');
  });

  test('keeps the joiners of Indian scripts', () => {
    const name = 'क्‍ष शर्‌मा';
    expect(asLine('{{customer.name}}', named(name), 60)).toBe(name);
  });
});

describe('an address', () => {
  const template =
    'https://crm.example/people/{{customer.name}}/calls?from={{call.from}}&name={{customer.name}}';

  test('is filled', () => {
    expect(asUrl(template, named('Meera Rao'))).toBe(
      'https://crm.example/people/Meera%20Rao/calls?from=%2B919876543210&name=Meera%20Rao',
    );
  });

  test('leads to the same place, whatever a caller says', () => {
    const names = fc.oneof(
      hostile,
      fc.constantFrom('.', '..', '...', '%2e%2e', '../../..', '//evil.example', '@evil'),
    );
    fc.assert(
      fc.property(names, (name) => {
        const url = new URL(asUrl(template, named(name)));
        expect(url.origin).toBe('https://crm.example');
        expect(url.pathname).toMatch(/^\/people\/[^/]*\/calls$/);
        expect([...url.searchParams.keys()]).toEqual(['from', 'name']);
        expect(url.hash).toBe('');
      }),
    );
  });
});
