import type { Rule, Tongue } from './rule.ts';

const MARKS = {
  en: { '.': 'dot', '/': 'slash', '-': 'dash', _: 'underscore' },
  hi: { '.': 'डॉट', '/': 'स्लैश', '-': 'डैश', _: 'अंडरस्कोर' },
} as const;
const LONGEST = 60;
const HOST = '[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?';
const ENDINGS =
  'com|org|net|info|example|io|app|biz|(?:co|org|net|gov|ac|nic)\\.in|in(?!\\s+(?:the|a|an|our|your|my|this|that|it|its|one|two)\\b)';
const PATH = '(?:/[^\\s<>"\'”’)]{0,300})?';

/** E-mail addresses stay as they are: voices read them, and every sign of them counts. */
const email: Rule = {
  pattern: /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,60}(?:\.[\p{L}\p{N}-]{1,60}){0,5}/uy,
  say: ([all]) => all,
};

const web: Rule = {
  pattern: new RegExp(
    `(?:https?://(${HOST}(?:\\.${HOST}){1,5}${PATH})|(www(?:\\.${HOST}){2,5}${PATH})|((?:${HOST}\\.){1,3}(?:${ENDINGS})(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])${PATH}))`,
    'iuy',
  ),
  say([, linked, www, bare], tongue) {
    const address = linked ?? www ?? bare ?? '';
    const [, name = '', after = ''] = /^(.*?)\/?([.,!?;:।]*)$/u.exec(address) ?? [];
    // Queries, codes and what is too long to note down.
    if (name.length > LONGEST || !/^[a-z0-9._/-]+$/iu.test(name)) return undefined;
    return `${spelt(name, tongue)}${after}`;
  },
};

const spelt = (name: string, tongue: Tongue): string =>
  name
    .replace(/[./_-]/gu, (mark) => ` ${MARKS[tongue][mark as keyof (typeof MARKS)['en']]} `)
    .replace(/ {2,}/gu, ' ');

/** Web addresses, and what only looks like a part of one. */
export const addresses: readonly Rule[] = [email, web];
