/** What a client is, as people know it; null where it says nothing that is known. */
export type ClientName = { app: string | null; system: string | null };

/** In this order: browsers call themselves by the names of others as well. */
const APPS: readonly [RegExp, string][] = [
  [/\bElectron\//, 'KaiVox'],
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Reads a User-Agent header. The client says what it likes, so nothing but what is shown may go by it. */
export function clientName(userAgent: string | null): ClientName {
  const first = (names: readonly [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null;
  return { app: first(APPS), system: first(SYSTEMS) };
}
