/** What a person typed into a search box, as a pattern of (I)LIKE that finds it anywhere; null where it is blank. */
export function containing(typed: string | null | undefined): string | null {
  const text = typed?.trim() ?? '';
  return text === '' ? null : `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
