import { createTheme } from '@mantine/core';

/** Calm and close together, as people keep it open all day. */
export const theme = createTheme({
  primaryColor: 'cyan',
  // White on it can be read in both schemes.
  primaryShade: 9,
  defaultRadius: 'md',
  cursorType: 'pointer',
  // Nothing moves for people who asked for that.
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.15rem' } } },
});
