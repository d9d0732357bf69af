import type { Clock } from '../../infra/clock.ts';
import { OutboundFailed, OutboundRefused } from '../../infra/outbound/outbound-error.ts';
import type { OutboundHttp } from '../../infra/outbound/outbound-http.ts';
import type { Secret } from '../../infra/secrets.ts';
import type { Attempt, Delivery, DeliveryChannel } from './delivery.ts';
import { signatureHeader } from './webhook-signature.ts';

const TIMEOUT_MS = 10_000;

/** Posts deliveries to addresses that tenants chose. 2xx is delivered, and nothing else: a redirect isn't followed. */
export class WebhookChannel implements DeliveryChannel {
  readonly unavailable = undefined;

  constructor(
    private readonly outbound: Pick<OutboundHttp, 'open'>,
    private readonly clock: Clock,
  ) {}

  async carry({ id, target: url, body }: Delivery, signingKey: Secret | undefined): Promise<Attempt> {
    const headers = {
      'content-type': 'application/json',
      'KaiVox-Delivery': id,
      ...(signingKey && { 'KaiVox-Signature': signatureHeader(signingKey, body, this.clock.now()) }),
    };
    // A receiver's answer counts by its status alone, so its body may be of any length: it isn't read.
    const limits = { timeoutMs: TIMEOUT_MS, maxResponseBytes: Number.MAX_SAFE_INTEGER } as const;
    try {
      const response = await this.outbound.open({
        url,
        method: 'POST',
        headers,
        body,
        redirects: 'refuse',
        ...limits,
      });
      const { status } = response;
      response.body.on('error', () => undefined).destroy();
      if (status >= 200 && status < 300) return { kind: 'delivered', status };
      return { kind: 'failed', status, problem: `${new URL(url).hostname} answered with status ${status}.` };
    } catch (error) {
      if (error instanceof OutboundRefused || error instanceof OutboundFailed) {
        return { kind: 'failed', status: null, problem: error.message };
      }
      throw error;
    }
  }
}
