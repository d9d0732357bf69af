import 'reflect-metadata';
import { AnalysisBudgetResolver } from '../analysis/analysis-budget.resolver.ts';
import { CallAnalysisResolver } from '../analysis/call-analysis.resolver.ts';
import { CallStatsResolver, RepeatCallerResolver } from '../analysis/call-stats.resolver.ts';
import { AuditResolver } from '../auth/audit.resolver.ts';
import { AuthResolver } from '../auth/auth.resolver.ts';
import { SecondFactorResolver } from '../auth/second-factor.resolver.ts';
import { UserResolver } from '../auth/user.resolver.ts';
import { AutomationResolver } from '../automations/automation.resolver.ts';
import {
  AutomationRunResolver,
  DeliveryResolver,
  FollowUpActionResolver,
} from '../automations/automation-calls.resolver.ts';
import { AutomationHistoryResolver } from '../automations/automation-history.resolver.ts';
import { FollowUpResolver } from '../automations/follow-up.resolver.ts';
import { FollowUpActivityResolver } from '../automations/follow-up-activity.resolver.ts';
import {
  CallFollowUpsResolver,
  CustomerFollowUpsResolver,
} from '../automations/follow-up-owners.resolver.ts';
import { CallResolver } from '../calls/call.resolver.ts';
import { CallActivityResolver } from '../calls/call-activity.resolver.ts';
import { CustomerErasureResolver } from '../calls/customer-erasure.resolver.ts';
import { RehearsalResolver } from '../calls/rehearsal.resolver.ts';
import { ToldResolver } from '../calls/told.resolver.ts';
import { CustomerResolver } from '../customers/customer.resolver.ts';
import { MarketplaceResolver } from '../numbers/marketplace.resolver.ts';
import { NumberCostsResolver } from '../numbers/number-costs.resolver.ts';
import { NumberOrderResolver } from '../numbers/number-order.resolver.ts';
import { PhoneNumberResolver } from '../numbers/phone-number.resolver.ts';
import { PlatformSettingsResolver } from '../numbers/platform-settings.resolver.ts';
import { CallRecordingsResolver } from '../recordings/call-recordings.resolver.ts';
import { SetupResolver } from '../setup/setup.resolver.ts';
import { SystemResolver } from '../setup/system.resolver.ts';
import { WebhookLogResolver } from '../setup/webhook-log.resolver.ts';
import { PersonaResolver } from '../tenants/persona.resolver.ts';
import { TenantResolver } from '../tenants/tenant.resolver.ts';
import { TenantErasureResolver } from '../tenants/tenant-erasure.resolver.ts';
import { UserTenantResolver } from '../tenants/user-tenant.resolver.ts';
import type { ResolverClass } from './schema.ts';

/**
 * All that the schema is made of, by capability; `npm run schema` writes down what comes of it. What
 * composition.ts serves is held to the same by a test.
 */
export const resolverClasses: readonly ResolverClass[] = [
  CallAnalysisResolver,
  CallStatsResolver,
  RepeatCallerResolver,
  AnalysisBudgetResolver,
  FollowUpResolver,
  CallFollowUpsResolver,
  CustomerFollowUpsResolver,
  FollowUpActivityResolver,
  AuditResolver,
  AuthResolver,
  SecondFactorResolver,
  UserResolver,
  AutomationResolver,
  AutomationHistoryResolver,
  AutomationRunResolver,
  DeliveryResolver,
  FollowUpActionResolver,
  CallResolver,
  CallActivityResolver,
  CallRecordingsResolver,
  CustomerErasureResolver,
  RehearsalResolver,
  ToldResolver,
  CustomerResolver,
  MarketplaceResolver,
  NumberCostsResolver,
  NumberOrderResolver,
  PhoneNumberResolver,
  PlatformSettingsResolver,
  PersonaResolver,
  SetupResolver,
  SystemResolver,
  WebhookLogResolver,
  TenantResolver,
  TenantErasureResolver,
  UserTenantResolver,
];
