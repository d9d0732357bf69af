import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 350;

/**
 * A text that a user is typing, told to `commit` when they pause. A value that changes otherwise, as by the
 * browser's back button, replaces it.
 */
export function useDraft(value: string, commit: (text: string) => void) {
  const [draft, setDraft] = useState(value);
  const committed = useRef(value);
  const later = useDebouncedCallback((text: string) => {
    committed.current = text;
    commit(text);
  }, PAUSE_MS);
  useEffect(() => {
    if (value === committed.current) return;
    committed.current = value;
    setDraft(value);
  }, [value]);
  return {
    draft,
    type: (text: string) => {
      setDraft(text);
      later(text);
    },
  };
}
