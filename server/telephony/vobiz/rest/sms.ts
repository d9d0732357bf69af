import type { SmsSender } from '../../../automations/deliveries/delivery.ts';
import { noChannel } from '../../../automations/deliveries/no-channel.ts';

/**
 * Text messages by Vobiz. Its inventory says which numbers are capable of SMS, but docs.vobiz.ai has no endpoint that
 * sends one, and none is guessed: until there is one, every message is recorded as skipped, with this reason.
 */
export const vobizSms: SmsSender = noChannel(
  'Vobiz has no documented way to send text messages yet (docs.vobiz.ai), so none is sent.',
);
