import { Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { difference, type Piece } from './difference.ts';
import { changedFields, type PersonaText } from './persona-text.ts';

/** What would change, field by field. */
export function DifferenceView({ from, to }: { from: PersonaText; to: PersonaText }) {
  const { t } = useTranslation('persona');
  return (
    <Stack>
      {changedFields(from, to).map((field) => (
        <section key={field} aria-labelledby={`difference-${field}`}>
          <Title order={3} size="h5" id={`difference-${field}`} mb={4}>
            {t(`field.${field}`)}
          </Title>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {difference(from[field], to[field]).map((piece, index) => (
              <Changed key={`${index}:${piece.kind}`} piece={piece} />
            ))}
          </Text>
        </section>
      ))}
    </Stack>
  );
}

/** Struck through or underlined, besides its colour, and named to who hears the page. */
function Changed({ piece: { kind, text } }: { piece: Piece }) {
  const { t } = useTranslation('persona');
  if (kind === 'same') return text;
  return (
    <Text
      component={kind === 'removed' ? 'del' : 'ins'}
      inherit
      bg={kind === 'removed' ? 'var(--mantine-color-red-light)' : 'var(--mantine-color-green-light)'}
    >
      <VisuallyHidden>{t(`versions.${kind}`)} </VisuallyHidden>
      {text}
    </Text>
  );
}
