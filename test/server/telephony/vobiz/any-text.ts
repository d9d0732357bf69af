import fc from 'fast-check';

/** Any text that JavaScript can hold: markup, entities, control characters, halves of surrogate pairs, and long ones. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('&', '<', '>', '"', "'", ';', '#', 'lt', 'x0', ']]>', '<!--', '<?', ' '),
  }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1_000, max: 20_000 }))
    .map(([text, times]) => text.repeat(times).slice(0, 60_000)),
);
