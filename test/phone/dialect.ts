/** The two forms in which Vobiz speaks and is answered (docs.vobiz.ai, "Webhooks"). */
export const DIALECTS = ['guide', 'vobizxml'] as const;

export type Dialect = (typeof DIALECTS)[number];

/** The element that speaks in a dialect. */
export const speechElement: Readonly<Record<Dialect, 'Say' | 'Speak'>> = { guide: 'Say', vobizxml: 'Speak' };
