import { type Body, Carrier, type CarrierOptions, type PostOptions } from './carrier.ts';
import { type Exchange, type WebhookName, webhookAt } from './exchange.ts';
import { type Call, type Fields, type Occasion, webhookFields } from './webhook-fields.ts';

export type WebhooksOptions = CarrierOptions & {
  /** The account that webhooks name in VobizXML. */
  parentAuthId?: string;
  /** Sent with every webhook, such as ForwardedFrom or X-VH-… . */
  extraFields?: Record<string, string>;
  /** Told of every exchange as it happens. */
  onExchange?: (exchange: Exchange) => void;
};

/** What is posted of one call, and what came back. */
export class Webhooks {
  readonly exchanges: Exchange[] = [];
  readonly carrier: Carrier;
  readonly #options: WebhooksOptions;

  constructor(
    options: WebhooksOptions,
    private readonly call: Call,
  ) {
    this.#options = options;
    this.carrier = new Carrier(options);
  }

  /** What Vobiz posts on an occasion. */
  fields(occasion: Occasion): Fields {
    const { dialect, parentAuthId = 'MA_PHONE', extraFields } = this.#options;
    const account = dialect === 'vobizxml' ? { ParentAuthID: parentAuthId } : {};
    return { ...webhookFields(dialect, this.call, occasion), ...account, ...extraFields };
  }

  /** Asks an address what to do. */
  ask(url: string, occasion: Occasion): Promise<Exchange> {
    return this.#deliver(url, occasion, false);
  }

  /** Tells an address, whose reply controls nothing. */
  report(url: string, occasion: Occasion): Promise<Exchange> {
    return this.#deliver(url, occasion, true);
  }

  /** Asks one of the portal's addresses. */
  askPortal(webhook: WebhookName, occasion: Occasion): Promise<Exchange> {
    return this.ask(this.carrier.address(webhook), occasion);
  }

  /** Posts anything at all, once. */
  async post(webhook: WebhookName, body: Body, options?: PostOptions): Promise<Exchange> {
    return this.#noted(await this.carrier.post(webhook, body, options));
  }

  async repeatLast(options?: { replays?: boolean }): Promise<Exchange> {
    return this.#noted(await this.carrier.repeatLast(options));
  }

  #deliver(url: string, occasion: Occasion, isReport: boolean): Promise<Exchange> {
    const fields = this.fields(occasion);
    return this.carrier.deliver(webhookAt(url), fields, { url, isReport }, (exchange) =>
      this.#noted(exchange),
    );
  }

  #noted(exchange: Exchange): Exchange {
    this.exchanges.push(exchange);
    this.#options.onExchange?.(exchange);
    return exchange;
  }
}
