import { assertNever } from '../../../shared/assert-never.ts';
import { AppError } from '../../infra/app-error.ts';
import type { PlatformSettingsService } from '../../settings/platform-settings.service.ts';
import { UNREADABLE_KEY, type VobizCredentials } from '../../settings/vobiz-account.ts';
import type { NumberProvider } from '../number-provider.ts';

/** No App ID holds a colon, so it stands for no account of Vobiz. */
const DEMO_ACCOUNT = 'demo:';
/** Stands for the tenant's own account, whatever that is. */
export const OWN_ACCOUNT = 'own:';

/** Where numbers are bought at the moment. */
export type Market = { demo: boolean; account: string; provider: NumberProvider };

/** Whose number or order something is. */
export type Belonging = { demo: boolean; account: string | null };

export type Reach = { isOpen: true; market: Market } | { isOpen: false; reason: string };

/** The demo market, or Vobiz with the account in the platform's settings. */
export class Markets {
  constructor(
    private readonly settings: Pick<PlatformSettingsService, 'account'>,
    private readonly vobiz: (credentials: VobizCredentials) => NumberProvider,
    private readonly demo: NumberProvider,
  ) {}

  /** Which market and account it is, also while the credentials can't be decrypted. */
  async name(): Promise<{ demo: boolean; account: string }> {
    const account = await this.settings.account();
    switch (account.mode) {
      case 'DEMO':
        return { demo: true, account: DEMO_ACCOUNT };
      case 'LIVE':
        return { demo: false, account: account.credentials.appId };
      case 'UNREADABLE':
        return { demo: false, account: account.appId };
      default:
        return assertNever(account);
    }
  }

  /** @throws AppError PROVIDER_UNAVAILABLE while the credentials can't be decrypted */
  async current(): Promise<Market> {
    const account = await this.settings.account();
    switch (account.mode) {
      case 'DEMO':
        return { demo: true, account: DEMO_ACCOUNT, provider: this.demo };
      case 'LIVE': {
        const { credentials } = account;
        return { demo: false, account: credentials.appId, provider: this.vobiz(credentials) };
      }
      case 'UNREADABLE':
        throw new AppError('PROVIDER_UNAVAILABLE', UNREADABLE_KEY);
      default:
        return assertNever(account);
    }
  }

  /** The market that a number or an order belongs to, which another account's credentials can't reach. */
  async of({ demo, account: owner }: Belonging): Promise<Reach> {
    if (demo) {
      return { isOpen: true, market: { demo: true, account: DEMO_ACCOUNT, provider: this.demo } };
    }
    const account = await this.settings.account();
    switch (account.mode) {
      case 'DEMO':
        return { isOpen: false, reason: 'The platform settings hold no credentials for Vobiz any more.' };
      case 'UNREADABLE':
        return { isOpen: false, reason: UNREADABLE_KEY };
      case 'LIVE': {
        const { credentials } = account;
        if (credentials.appId !== owner) {
          const reason = `It belongs to the Vobiz account ${owner}, and the platform settings name ${credentials.appId}.`;
          return { isOpen: false, reason };
        }
        const market = { demo: false, account: credentials.appId, provider: this.vobiz(credentials) };
        return { isOpen: true, market };
      }
      default:
        return assertNever(account);
    }
  }
}
