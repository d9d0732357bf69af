import { z } from 'zod';
import type { E164 } from '../../../infra/phone-number.ts';
import { type Money, readMoney } from '../../../numbers/money.ts';
import type { InventoryNumber, OwnedNumber } from '../../../numbers/number-provider.ts';

// Vobiz's answers (docs.vobiz.ai, "Phone numbers"). What we don't use isn't looked at.

const amount = z.union([z.string(), z.number()]).nullish();
const instant = z
  .string()
  .nullish()
  .transform((text) => dateIn(text));

const item = z.object({
  e164: z.string(),
  country: z.string().nullish(),
  region: z.string().nullish(),
  capabilities: z.object({ voice: z.boolean().nullish(), sms: z.boolean().nullish() }).nullish(),
  voice_enabled: z.boolean().nullish(),
  setup_fee: amount,
  monthly_fee: amount,
  currency: z.string().nullish(),
  is_blocked: z.boolean().nullish(),
  is_trial_number: z.boolean().nullish(),
  minimum_commitment_months: z.number().nullish(),
  aadhaar_verification_required: z.boolean().nullish(),
  application_id: z.union([z.string(), z.number()]).nullish(),
  next_billing_date: instant,
  released_at: z.string().nullish(),
});
type Item = z.infer<typeof item>;

const page = z.object({
  items: z.array(z.unknown()),
  total: z.number().int().nonnegative().nullish(),
  per_page: z.number().int().positive().nullish(),
});

export type Page<T> = { items: T[]; listed: number; total: number | undefined; perPage: number | undefined };

/** @returns undefined where it is no page at all. Numbers without a price that can be shown exactly are left out. */
export function readInventory(body: unknown): Page<InventoryNumber> | undefined {
  const parsed = page.safeParse(body);
  if (!parsed.success) return undefined;
  const items = parsed.data.items.flatMap((each) => {
    const read = item.safeParse(each);
    return (read.success && inventoryNumber(read.data)) || [];
  });
  return pageOf(parsed.data, items);
}

/** @returns undefined where it is no page, or a number in it can't be read: a list with a gap proves nothing */
export function readOwned(body: unknown): Page<OwnedNumber> | undefined {
  const parsed = page.safeParse(body);
  if (!parsed.success) return undefined;
  const items: OwnedNumber[] = [];
  for (const each of parsed.data.items) {
    const number = readOwnedNumber(each);
    if (!number) return undefined;
    items.push(number);
  }
  return pageOf(parsed.data, items);
}

/** An item as the purchase answers it and the list of owned numbers holds it. */
export function readOwnedNumber(body: unknown): OwnedNumber | undefined {
  const read = item.safeParse(body);
  const e164 = read.success ? e164In(read.data.e164) : undefined;
  if (!read.success || !e164) return undefined;
  const { application_id, released_at } = read.data;
  return {
    e164,
    applicationId: typeof application_id === 'number' ? String(application_id) : application_id,
    setupFee: fee(read.data, 'setup_fee') ?? null,
    monthlyFee: fee(read.data, 'monthly_fee') ?? null,
    nextBillingAt: read.data.next_billing_date,
    // It was given back, also where the date makes no sense.
    releasedAt: released_at ? (dateIn(released_at) ?? new Date(0)) : null,
  };
}

const release = z.object({
  cooldown_ends_at: instant,
  release_fee: amount,
  status: z.string().nullish(),
  message: z.string().nullish(),
});

/** @returns undefined where it doesn't say that a number was released */
export function readRelease(
  body: unknown,
  currency: string,
): { cooldownEndsAt: Date | null; releaseFee: Money | null } | undefined {
  const parsed = release.safeParse(body);
  if (!parsed.success || Object.keys(parsed.data).length === 0) return undefined;
  const { cooldown_ends_at: cooldownEndsAt, release_fee: releaseFee, status, message } = parsed.data;
  if (cooldownEndsAt === null && !status && !message) return undefined;
  return {
    cooldownEndsAt,
    releaseFee:
      releaseFee === null || releaseFee === undefined ? null : (readMoney(releaseFee, currency) ?? null),
  };
}

const application = z.object({
  app_id: z.union([z.string().min(1), z.number()]).transform(String),
});

/** @returns the application's id */
export const readApplicationId = (body: unknown): string | undefined =>
  application.safeParse(body).data?.app_id;

const complaint = z.object({
  error: z
    .union([z.string(), z.object({ message: z.string() }).transform(({ message }) => message)])
    .nullish(),
  message: z.string().nullish(),
});

/** What an error's body says in words, if anything. */
export function readComplaint(body: unknown): string | undefined {
  const { error, message } = complaint.safeParse(body).data ?? {};
  return error || message || undefined;
}

function inventoryNumber(read: Item): InventoryNumber | undefined {
  const e164 = e164In(read.e164);
  const monthlyFee = fee(read, 'monthly_fee');
  const setupFee = fee({ ...read, setup_fee: read.setup_fee ?? 0 }, 'setup_fee');
  if (!e164 || !monthlyFee || !setupFee) return undefined;
  return {
    e164,
    country: read.country ?? 'IN',
    region: read.region || null,
    voice: read.capabilities?.voice ?? read.voice_enabled ?? false,
    sms: read.capabilities?.sms ?? false,
    setupFee,
    monthlyFee,
    minimumCommitmentMonths: Math.max(0, Math.trunc(read.minimum_commitment_months ?? 0)),
    needsAadhaar: read.aadhaar_verification_required ?? false,
    isForSale: !read.is_blocked && !read.is_trial_number,
  };
}

function fee(read: Item, which: 'setup_fee' | 'monthly_fee'): Money | undefined {
  const stated = read[which];
  return stated === null || stated === undefined
    ? undefined
    : readMoney(stated, (read.currency ?? 'INR').toUpperCase());
}

/** Vobiz knows its numbers: also those of series that a list of numbering plans doesn't have yet are taken. */
function e164In(text: string): E164 | undefined {
  const digits = text.trim().replace(/^\+/, '');
  return /^[1-9]\d{6,14}$/.test(digits) ? (`+${digits}` as E164) : undefined;
}

function dateIn(text: string | null | undefined): Date | null {
  const at = new Date(text ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}

function pageOf<T>({ items: all, total, per_page }: z.infer<typeof page>, items: T[]): Page<T> {
  return { items, listed: all.length, total: total ?? undefined, perPage: per_page ?? undefined };
}
