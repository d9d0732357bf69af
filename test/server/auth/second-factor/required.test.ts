import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import type { Context } from '../../../../server/auth/access.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAuth, aPerson, signedIn } from '../people.ts';

const own = await aDatabase();
const auth = anAuth(own);

const isHeld = async (token: string) =>
  (await auth.sessions.viewerFor(token))?.mustSetUpSecondFactor ?? false;

async function setUp(context: Context): Promise<void> {
  const { secret } = await auth.secondFactors.start(context);
  await auth.secondFactors.confirm(new TOTP({ secret: Secret.fromBase32(secret) }).generate(), context);
}

test('a super admin without a second factor is held up where it is required, until it is set up', async () => {
  const { id: tenantId } = await aTenant(own);
  const [boss, careful] = [
    await signedIn(auth, await aPerson(own)),
    await signedIn(auth, await aPerson(own)),
  ];
  const admin = await signedIn(auth, await aPerson(own, { tenantId }));
  await setUp(careful.context);
  expect(await isHeld(boss.token)).toBe(false);
  await own.admin('update platform_settings set require_second_factor = true');

  expect(await Promise.all([boss, careful, admin].map(({ token }) => isHeld(token)))).toEqual([
    true,
    false,
    false,
  ]);
  expect((await auth.users.me(boss.context)).mustSetUpSecondFactor).toBe(true);
  await setUp(boss.context);

  expect(await isHeld(boss.token)).toBe(false);
});
