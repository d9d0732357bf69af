import type { Rule } from './rule.ts';

const AFTER = '(?![\\d\\p{L}_]|[-/.,:]\\d)';

/** One digit after the other, with a pause between groups. */
const inGroups = (...groups: (string | undefined)[]): string =>
  groups
    .flatMap((group) => (group ? [group.replace(/\D/gu, '').split('').join(' ')] : []))
    .filter(Boolean)
    .join(', ');

const halves = (digits: string): string[] => {
  const middle = digits.length > 6 ? digits.length - 4 : Math.ceil(digits.length / 2);
  return [digits.slice(0, middle), digits.slice(middle)];
};

const plus = (tongue: 'en' | 'hi'): string => (tongue === 'hi' ? 'प्लस' : 'plus');

/** Ten digits from 6 up, as mobiles have in India, with the country's code or the trunk's zero. */
const mobile: Rule = {
  pattern: new RegExp(
    `(?:(\\+91|0091|91(?=[-\\s]?[6-9]\\d{4}[-\\s]?\\d{5})|0)[-\\s]?)?([6-9]\\d{4}[-\\s]?\\d{5}|[6-9]\\d{3}[-\\s]\\d{3}[-\\s]\\d{3}|[6-9]\\d{2}[-\\s]\\d{3}[-\\s]\\d{4})${AFTER}`,
    'uy',
  ),
  say([, code, number = ''], tongue) {
    const digits = number.replace(/\D/gu, '');
    const said = inGroups(digits.slice(0, 5), digits.slice(5));
    if (!code) return said;
    return `${code.startsWith('+') ? `${plus(tongue)} ` : ''}${inGroups(code)}, ${said}`;
  },
};

const tollFree: Rule = {
  pattern: new RegExp(`(18[06]0)[-\\s]?(\\d{3,4})[-\\s]?(\\d{3,4})${AFTER}`, 'uy'),
  say: ([, first, second, third]) => inGroups(first, second, third),
};

const landline: Rule = {
  pattern: new RegExp(
    `(?:(\\+91)[-\\s]?)?\\(?(0?[1-8]\\d{1,3})\\)?[-\\s](\\d{3,4}[-\\s]?\\d{4}|\\d{6})${AFTER}`,
    'uy',
  ),
  say([all, country, area = '', number = ''], tongue) {
    const digits = number.replace(/\D/gu, '');
    const national = area.replace(/^0/u, '').length + digits.length;
    // Without the trunk's zero or the country it may be any two numbers.
    if (national !== 10 || !(country || area.startsWith('0'))) return undefined;
    if (all.includes('(') !== all.includes(')')) return undefined;
    const said = inGroups(area, ...halves(digits));
    return country ? `${plus(tongue)} ${inGroups(country)}, ${said}` : said;
  },
};

const abroad: Rule = {
  pattern: new RegExp(`\\+(\\d{1,3})[-\\s]?(\\d[\\d\\s-]{5,15}\\d)${AFTER}`, 'uy'),
  say([all, country = '', number = ''], tongue) {
    const digits = number.replace(/\D/gu, '');
    const isNumber = country.length + digits.length >= 8 && country.length + digits.length <= 15;
    if (!isNumber || /[-\s]{2}/u.test(all)) return undefined;
    const isGrouped = /[-\s]/u.test(number);
    const groups = isGrouped ? number.split(/[-\s]/u) : (digits.match(/\d{1,4}/gu) ?? []);
    return isGrouped || /[-\s]/u.test(all)
      ? `${plus(tongue)} ${inGroups(country, ...groups)}`
      : `${plus(tongue)} ${inGroups(...(`${country}${digits}`.match(/\d{1,4}/gu) ?? []))}`;
  },
};

/** Telephone numbers, digit by digit; short ones, such as 112, are left as they are: voices know them. */
export const telephone: readonly Rule[] = [mobile, tollFree, landline, abroad];
