import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenants } from '../app/tenant.tsx';

/** Times in the chosen tenant's zone, and figures, in the console's language. */
export function useFormat() {
  const { i18n } = useTranslation();
  const { tenant } = useTenants();
  const timeZone = tenant?.timeZone ?? 'Asia/Kolkata';
  return useMemo(() => {
    const locale = `${i18n.language}-IN`;
    const over = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
      return (at: string | Date) => format.format(new Date(at));
    };
    const monthOf = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    return {
      timeZone,
      dateTime: over({ dateStyle: 'medium', timeStyle: 'short' }),
      date: over({ dateStyle: 'medium' }),
      /** Of 2026-12. */
      month: (month: string) => monthOf.format(new Date(`${month}-01T00:00:00Z`)),
      time: over({ timeStyle: 'medium' }),
      number: (value: number) => number.format(value),
      /** Minor units of a currency. */
      money: ({ minorUnits, currency }: { minorUnits: number; currency: string }) => {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
        const { maximumFractionDigits = 2 } = format.resolvedOptions();
        return format.format(minorUnits / 10 ** maximumFractionDigits);
      },
      /** Minutes and seconds, to the nearest second. */
      duration: (seconds: number) => {
        const whole = Math.round(seconds);
        return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
      },
    };
  }, [i18n.language, timeZone]);
}

/** A number as people in India read it: +91 98765 43210. */
export const phoneText = (e164: string): string => e164.replace(/^\+91(\d{5})(\d{5})$/, '+91 $1 $2');
