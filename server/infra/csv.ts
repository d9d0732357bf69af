/** Lines of cells as CSV (RFC 4180). */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;

/** What people wrote. Spreadsheets run a cell that begins with one of these as a formula; an apostrophe makes it text. */
export const plainCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
