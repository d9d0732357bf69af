const SEPARATORS = /[\s().\-\u2010-\u2015\u00a0]/g;

/** A number as people type or paste it, without what only separates; undefined where it is none in E.164. */
export function readE164(typed: string): string | undefined {
  const number = typed.replace(SEPARATORS, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}

/** Whether a user typed this very number: all of its digits, however they are grouped. */
export function isSameNumber(typed: string, e164: string): boolean {
  return typed.replace(SEPARATORS, '').replace(/^\+/, '') === e164.replace(/^\+/, '');
}
