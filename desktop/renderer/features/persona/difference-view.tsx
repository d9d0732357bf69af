import { Box, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { difference, type Piece } from './difference.ts';
import { changedFields, type PersonaText } from './persona-text.ts';
import { useFieldWords } from './use-field-words.ts';

const WRAPS = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

/** What would change, field by field. */
export function DifferenceView({ from, to }: { from: PersonaText; to: PersonaText }) {
  const { t } = useTranslation('persona');
  const words = useFieldWords();
  return (
    <Stack>
      {changedFields(from, to).map((field) => {
        const { by, pieces } = difference(words(field, from), words(field, to));
        const Shown = by === 'line' ? Lines : Words;
        return (
          <section key={field} aria-labelledby={`difference-${field}`}>
            <Title order={3} size="h5" id={`difference-${field}`} mb={4}>
              {t(`field.${field}`)}
            </Title>
            <Text size="sm" component="div" style={WRAPS}>
              {pieces.map((piece, index) => (
                <Shown key={`${index}:${piece.kind}`} piece={piece} />
              ))}
            </Text>
          </section>
        );
      })}
    </Stack>
  );
}

const LOOKS = {
  removed: { component: 'del', sign: '−', bg: 'var(--mantine-color-red-light)', td: 'line-through' },
  added: { component: 'ins', sign: '+', bg: 'var(--mantine-color-green-light)', td: 'underline' },
} as const;

/** Struck through or underlined, besides its colour, and named to who hears the page. */
function Words({ piece: { kind, parts } }: { piece: Piece }) {
  const { t } = useTranslation('persona');
  if (kind === 'same') return parts.join('');
  const { component, bg, td } = LOOKS[kind];
  return (
    <Text component={component} inherit bg={bg} td={td} px={2}>
      <VisuallyHidden>{t(`versions.${kind}`)} </VisuallyHidden>
      {parts.join('')}
    </Text>
  );
}

function Lines({ piece: { kind, parts } }: { piece: Piece }) {
  const { t } = useTranslation('persona');
  return parts.map((line, index) => {
    const key = `${index}:${line}`;
    if (kind === 'same') {
      return (
        <Box key={key} pl="lg">
          {line || ' '}
        </Box>
      );
    }
    const { component, sign, bg } = LOOKS[kind];
    return (
      <Box key={key} component={component} bg={bg} display="block" td="none" pl="lg" pos="relative">
        <Text span inherit pos="absolute" left={6} aria-hidden>
          {sign}
        </Text>
        <VisuallyHidden>{t(`versions.${kind}`)} </VisuallyHidden>
        {line || ' '}
      </Box>
    );
  });
}
