import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from './languages.ts';
import { dateText, dayText } from './opening-hours/day-names.ts';
import { type Hours, isPastMidnight, kindOf, type Range } from './opening-hours/hours.ts';
import type { Field, PersonaText } from './persona-text.ts';

/** What a field holds, in words: hours are a line a day. */
export function useFieldWords() {
  const { t, i18n } = useTranslation('persona');
  return useMemo(() => {
    const range = (one: Range) =>
      `${one.from}–${one.to}${isPastMidnight(one) ? ` (${t('hours.nextDay')})` : ''}`;
    const times = (ranges: Range[]) => {
      const kind = kindOf(ranges);
      return kind === 'times' ? ranges.map(range).join(', ') : t(`hours.kind.${kind}`);
    };
    const hours = (stated: Hours | null) =>
      stated === null
        ? t('hours.notStated')
        : [
            ...stated.week.map(({ day, ranges }) => `${dayText(day, i18n.language)}: ${times(ranges)}`),
            ...stated.exceptions.map(
              ({ date, name, ranges }) =>
                `${dateText(date, i18n.language)}${name ? ` (${name})` : ''}: ${times(ranges)}`,
            ),
          ].join('\n');
    return (field: Field, persona: PersonaText): string => {
      switch (field) {
        case 'hours':
          return hours(persona.hours);
        case 'outsideHours':
          return t(`outside.${persona.outsideHours}`);
        case 'voice':
          return t(`voice.${persona.voice}`);
        case 'voiceLanguage':
          return persona.voiceLanguage === null
            ? t('voice.asLanguage')
            : languageName(persona.voiceLanguage, i18n.language);
        default:
          return persona[field];
      }
    };
  }, [t, i18n.language]);
}
