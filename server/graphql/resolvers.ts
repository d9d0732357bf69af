import 'reflect-metadata';
import { AnalysisBudgetResolver } from '../analysis/call-analysis/analysis-budget.resolver.ts';
import { CallAnalysisResolver } from '../analysis/call-analysis/call-analysis.resolver.ts';
import { CallStatsResolver, RepeatCallerResolver } from '../analysis/statistics/call-stats.resolver.ts';
import { AuditResolver } from '../auth/audit/audit.resolver.ts';
import { AuthResolver } from '../auth/auth.resolver.ts';
import { SecondFactorResolver } from '../auth/second-factor/second-factor.resolver.ts';
import { UserResolver } from '../auth/users/user.resolver.ts';
import { AutomationResolver } from '../automations/automation.resolver.ts';
import {
  AutomationRunResolver,
  DeliveryResolver,
  FollowUpActionResolver,
} from '../automations/automation-calls.resolver.ts';
import { AutomationHistoryResolver } from '../automations/automation-history.resolver.ts';
import { CallResolver } from '../calls/call.resolver.ts';
import { CallActivityResolver } from '../calls/call-activity.resolver.ts';
import { PromptLogResolver } from '../calls/prompt/prompt-log.resolver.ts';
import { CustomerErasureResolver } from '../calls/retention/customer-erasure.resolver.ts';
import { TestCallResolver } from '../calls/test-calls/test-call.resolver.ts';
import { CustomerResolver } from '../customers/customer.resolver.ts';
import { FollowUpResolver } from '../follow-ups/follow-up.resolver.ts';
import { FollowUpActivityResolver } from '../follow-ups/follow-up-activity.resolver.ts';
import { CallFollowUpsResolver, CustomerFollowUpsResolver } from '../follow-ups/follow-up-owners.resolver.ts';
import { NumberCostsResolver } from '../numbers/inventory/number-costs.resolver.ts';
import { PhoneNumberResolver } from '../numbers/inventory/phone-number.resolver.ts';
import { MarketplaceResolver } from '../numbers/marketplace/marketplace.resolver.ts';
import { NumberOrderResolver } from '../numbers/orders/number-order.resolver.ts';
import { CallRecordingsResolver } from '../recordings/call-recordings.resolver.ts';
import { PlatformSettingsResolver } from '../settings/platform-settings.resolver.ts';
import { SetupResolver } from '../setup/setup.resolver.ts';
import { SystemResolver } from '../system/system.resolver.ts';
import { TenantErasureResolver } from '../tenants/erasure-and-export/tenant-erasure.resolver.ts';
import { PersonaResolver } from '../tenants/personas/persona.resolver.ts';
import { TenantResolver } from '../tenants/tenant.resolver.ts';
import { UserTenantResolver } from '../tenants/user-tenant.resolver.ts';
import { WebhookLogResolver } from '../webhook-log/webhook-log.resolver.ts';
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
  TestCallResolver,
  PromptLogResolver,
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
