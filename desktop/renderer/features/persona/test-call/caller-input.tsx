import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconMicrophone, IconPlayerStop } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListening } from './use-voice.ts';

type Props = {
  language: string;
  isBusy: boolean;
  /** Resolves with whether the words were taken. */
  onSay: (words: string) => Promise<boolean>;
};

/** The caller's side of a test call: typed, or spoken where the browser understands speech. */
export function CallerInput({ language, isBusy, onSay }: Props) {
  const { t } = useTranslation('persona');
  const [words, setWords] = useState('');
  const [isUnheard, setUnheard] = useState(false);
  const heard = useRef('');
  const input = useRef<HTMLInputElement>(null);
  const say = async (typed: string) => {
    const text = typed.trim();
    if (text === '' || isBusy) return;
    setUnheard(false);
    setWords('');
    if (!(await onSay(text))) setWords((now) => now || text);
    input.current?.focus();
  };
  const { isPossible, isListening, start, stop } = useListening(language, {
    onHeard: (spoken) => {
      heard.current = spoken;
      setWords(spoken);
    },
    onDone: (failed) => {
      setUnheard(failed);
      if (!failed) void say(heard.current);
      heard.current = '';
    },
  });
  const label = t(isListening ? 'test.stopListening' : 'test.speak');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void say(words);
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          ref={input}
          label={t('test.words')}
          placeholder={t('test.placeholder')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maxLength={2000}
          autoComplete="off"
          flex={1}
        />
        {isPossible && (
          <ActionIcon
            size={36}
            variant={isListening ? 'filled' : 'default'}
            aria-label={label}
            title={label}
            disabled={isBusy}
            onClick={isListening ? stop : start}
          >
            {isListening ? (
              <IconPlayerStop size={18} aria-hidden />
            ) : (
              <IconMicrophone size={18} aria-hidden />
            )}
          </ActionIcon>
        )}
        <Button type="submit" loading={isBusy} disabled={words.trim() === ''}>
          {t('test.say')}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {isListening && t('test.listening')}
        {isUnheard && t('test.notHeard')}
      </Text>
    </form>
  );
}
