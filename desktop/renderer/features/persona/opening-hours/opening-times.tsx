import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isPastMidnight,
  KINDS,
  kindOf,
  MOST_RANGES,
  type Range,
  rangesFor,
  shownTime,
  typedEnd,
  withAnother,
} from './hours.ts';

type Props = {
  /** The day that they are of, to be named at each input. */
  of: string;
  ranges: Range[];
  onChange: (ranges: Range[]) => void;
};

/** When a day is open: not at all, all day, or at any number of times. */
export function OpeningTimes({ of, ranges, onChange }: Props) {
  const { t } = useTranslation('persona');
  const another = useRef<HTMLButtonElement>(null);
  const kind = kindOf(ranges);
  const put = (index: number, change: Partial<Range>) =>
    onChange(ranges.map((range, at) => (at === index ? { ...range, ...change } : range)));
  const remove = (index: number) => {
    onChange(ranges.filter((_, at) => at !== index));
    another.current?.focus();
  };
  return (
    <Group gap="sm" align="flex-start" flex={1}>
      <NativeSelect
        aria-label={t('hours.kindOf', { day: of })}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`hours.kind.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange(rangesFor(KINDS.find((one) => one === value) ?? 'closed', ranges))
        }
        w={170}
      />
      {kind === 'times' && (
        <Stack gap={6}>
          {ranges.map((range, index) => (
            <TimesOfRange
              key={`range-${index + 1}`}
              of={ranges.length > 1 ? `${of} (${index + 1})` : of}
              range={range}
              onChange={(change) => put(index, change)}
              {...(ranges.length > 1 && { onRemove: () => remove(index) })}
            />
          ))}
          <Button
            ref={another}
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t('hours.anotherOf', { day: of })}
            disabled={ranges.length >= MOST_RANGES}
            onClick={() => onChange(withAnother(ranges))}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('hours.another')}
          </Button>
        </Stack>
      )}
    </Group>
  );
}

function TimesOfRange({
  of,
  range,
  onChange,
  onRemove,
}: {
  of: string;
  range: Range;
  onChange: (change: Partial<Range>) => void;
  onRemove?: () => void;
}) {
  const { t } = useTranslation('persona');
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        <Clock
          label={t('hours.from', { day: of })}
          time={range.from}
          onChange={(from) => onChange({ from })}
        />
        <Text aria-hidden>–</Text>
        <Clock
          label={t('hours.to', { day: of })}
          time={shownTime(range.to)}
          onChange={(to) => onChange({ to: typedEnd(to) })}
        />
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('hours.removeOf', { day: of })}
            title={t('hours.remove')}
            onClick={onRemove}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {isPastMidnight(range) && (
        <Text size="xs" c="dimmed" ta="right" pr={onRemove ? 34 : 0}>
          {t('hours.nextDay')}
        </Text>
      )}
    </div>
  );
}

/** Wide enough for "09:00 AM", which is how some browsers show it. */
function Clock({ label, time, onChange }: { label: string; time: string; onChange: (time: string) => void }) {
  return (
    <TextInput
      type="time"
      aria-label={label}
      value={time}
      onChange={({ currentTarget: { value } }) => onChange(value)}
      w={132}
      styles={{ input: { paddingInline: 8 } }}
    />
  );
}
