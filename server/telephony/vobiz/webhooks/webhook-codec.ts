import type { WebhookCodec } from '../../../webhook-log/webhook-codec.ts';
import { HIDDEN_KEY, keyed } from '../door/address-key.ts';
import { inputAddress } from './addresses.ts';
import type { AnswerWebhookParts } from './answer-webhook.ts';
import { surroundingsOf } from './surroundings.ts';
import { parseWebhook } from './vobiz-webhook.ts';
import { render } from './vobiz-xml.ts';

type CarrierParts = Pick<AnswerWebhookParts, 'publicUrl' | 'forcedDialect' | 'transcribes'>;

/** What is spoken in a document that we made: plain text, and nothing in it but that. */
const SPOKEN = /(<(?:Say|Speak)\b[^>]*>)([^<]*)(?=<\/)/g;

/** Reads and writes Vobiz's words for the log of webhooks, as they are when it is answered. */
export function vobizWebhookCodec({ publicUrl, forcedDialect, transcribes }: CarrierParts): WebhookCodec {
  return {
    read: (webhook) => parseWebhook(webhook, forcedDialect),
    write: (reply, dialect, { isKeyed, ...tenant }) => {
      const address = inputAddress(publicUrl(), tenant.slug, isKeyed ? HIDDEN_KEY : undefined);
      return render(reply, dialect, surroundingsOf(tenant, address, { transcribes }));
    },
    isKeyed: (xml) => xml.includes(keyed('', HIDDEN_KEY)),
    spoken: (xml) => [...xml.matchAll(SPOKEN)].map(([, , text = '']) => unescaped(text)),
    outline: (xml) => xml.replace(SPOKEN, '$1…'),
  };
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
