import type { WebhookNote } from '../../../server/webhook-log/webhook-note.ts';

let latest = Date.now();

/** A webhook that was answered, unless told otherwise; each comes after the one before. */
export const aNote = (note: Partial<WebhookNote> = {}): WebhookNote => ({
  at: new Date(latest++),
  tenantId: undefined,
  slug: 'pragati',
  webhook: 'input',
  method: 'POST',
  contentType: 'application/x-www-form-urlencoded',
  dialect: 'vobizxml',
  providerCallId: 'c1',
  phone: '+919876543210',
  query: { turn: '1' },
  body: { CallUUID: 'c1', Speech: 'Are you open?' },
  bodyBytes: 40,
  status: 200,
  milliseconds: 12.5,
  xml: '<?xml version="1.0"?>\n<Response/>',
  reason: undefined,
  verified: false,
  ...note,
});
