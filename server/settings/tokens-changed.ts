/** Announced in the transaction that changes a credential of Vobiz: the platform's, or a number's own. */
export const TOKENS_CHANGED = 'tokens_changed';
