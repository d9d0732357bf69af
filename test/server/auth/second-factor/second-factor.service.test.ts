import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { requireFreshSecondFactor, type Viewer } from '../../../../server/auth/access.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { failure } from '../../fakes/listen.ts';
import { aClock, anAuth, aPerson, PASSWORD, type Person, signedIn, stranger, WRONG } from '../people.ts';

const own = await aDatabase();
const clock = aClock();
const auth = anAuth(own, { clock });
const { secondFactors, signIns } = auth;

/** What an authenticator app shows. */
const codeOf = (secret: string, at = clock.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** A user with a second factor, and what their paper and their app have. */
async function aCarefulPerson() {
  const person = await aPerson(own);
  const { secret } = await secondFactors.start(person.context);
  const recoveryCodes = await secondFactors.confirm(codeOf(secret), person.context);
  // The code that confirmed is used up.
  clock.goOn({ minutes: 1 });
  return { person, secret, recoveryCodes };
}

const signIn = ({ email }: Person, code?: string, password = PASSWORD) =>
  signIns.signIn({ email, password, code }, stranger());
const refusal = (...given: Parameters<typeof signIn>) => failure(signIn(...given));
const CODE_PLEASE = { code: 'UNAUTHENTICATED', details: { reason: 'SECOND_FACTOR_REQUIRED' } };

test('an app is set up by typing or by a QR code', async () => {
  const person = await aPerson(own);
  const { secret, uri } = await secondFactors.start(person.context);
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const url = new URL(uri);
  expect(url.href).toMatch(/^otpauth:\/\/totp\/KaiVox:/);
  expect(decodeURIComponent(url.pathname)).toContain(person.email);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    secret,
    issuer: 'KaiVox',
    digits: '6',
    period: '30',
  });
});

describe('a second factor', () => {
  test('is not asked for before a code has confirmed it', async () => {
    const person = await aPerson(own);
    const { secret } = await secondFactors.start(person.context);
    expect(await failure(secondFactors.confirm('000000', person.context))).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'code' },
    });
    expect((await signIn(person)).user.hasSecondFactor).toBe(false);
    expect(await secondFactors.confirm(codeOf(secret), person.context)).toHaveLength(10);
    expect(await refusal(person)).toMatchObject(CODE_PLEASE);
  });

  test('can be started over before it is confirmed; only the newest secret counts', async () => {
    const person = await aPerson(own);
    const first = await secondFactors.start(person.context);
    const second = await secondFactors.start(person.context);
    expect(await failure(secondFactors.confirm(codeOf(first.secret), person.context))).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await secondFactors.confirm(codeOf(second.secret), person.context)).toHaveLength(10);
  });

  test('in force is not replaced without being disabled', async () => {
    const { person, secret } = await aCarefulPerson();
    expect(await failure(secondFactors.start(person.context))).toMatchObject({ code: 'CONFLICT' });
    expect(await failure(secondFactors.confirm(codeOf(secret), person.context))).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('lets in who has password and code', async () => {
    const { person, secret } = await aCarefulPerson();
    expect(await refusal(person)).toMatchObject(CODE_PLEASE);
    expect(await refusal(person, '')).toMatchObject(CODE_PLEASE);
    expect(await refusal(person, codeOf(secret), WRONG)).toMatchObject({
      code: 'UNAUTHENTICATED',
      details: {},
    });
    const written = codeOf(secret).replace(/^.../, '$& ');
    expect((await signIn(person, written)).user).toMatchObject({ id: person.id, hasSecondFactor: true });
  });

  test.each([
    ['just before', -30, true],
    ['just after', 30, true],
    ['long before', -60, false],
    ['long after', 60, false],
  ])('takes the code of %s: %s s, %s', async (_, seconds, isTaken) => {
    const { person, secret } = await aCarefulPerson();
    clock.goOn({ minutes: 5 });
    const code = codeOf(secret, new Date(clock.now().getTime() + seconds * 1000));
    const outcome = await signIn(person, code).then(
      () => true,
      () => false,
    );
    expect(outcome).toBe(isTaken);
  });

  test('takes a code once, even if it comes twice at the same moment', async () => {
    const { person, secret } = await aCarefulPerson();
    const code = codeOf(secret);
    const twins = [
      signIn(person, code),
      anAuth(own, { clock }).signIns.signIn({ email: person.email, password: PASSWORD, code }, stranger()),
    ];
    const outcomes = (await Promise.allSettled(twins)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(person, code)).toMatchObject(CODE_PLEASE);
    // Nor one from before it, though that would still be recent enough.
    expect(await refusal(person, codeOf(secret, new Date(clock.now().getTime() - 30_000)))).toMatchObject(
      CODE_PLEASE,
    );
    clock.goOn({ minutes: 1 });
    expect((await signIn(person, codeOf(secret))).token).toBeDefined();
  });

  test('takes each recovery code once, in anybody’s handwriting', async () => {
    const { person, recoveryCodes } = await aCarefulPerson();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    expect((await signIn(person, first)).token).toBeDefined();
    expect(await refusal(person, first)).toMatchObject(CODE_PLEASE);
    expect((await signIn(person, ` ${second.toUpperCase().replaceAll('-', ' ')}`)).token).toBeDefined();
    const somebodyElse = await aCarefulPerson();
    expect(await refusal(person, somebodyElse.recoveryCodes[0])).toMatchObject(CODE_PLEASE);
  });

  test('is guessed ten times at most', async () => {
    const { person, secret, recoveryCodes } = await aCarefulPerson();
    // Being asked for the code is no guess.
    for (let time = 0; time < 15; time++) expect(await refusal(person)).toMatchObject(CODE_PLEASE);
    for (let time = 0; time < 10; time++) expect(await refusal(person, '000000')).toMatchObject(CODE_PLEASE);
    for (const code of [codeOf(secret), recoveryCodes[0]]) {
      expect(await refusal(person, code)).toMatchObject({ code: 'RATE_LIMITED' });
    }
    expect(
      await failure(secondFactors.disable({ password: PASSWORD, code: codeOf(secret) }, person.context)),
    ).toMatchObject({
      code: 'RATE_LIMITED',
    });
  });

  test('is done away with by password and code together', async () => {
    const { person, secret, recoveryCodes } = await aCarefulPerson();
    const disable = (password: string, code: string) =>
      secondFactors.disable({ password, code }, person.context);
    expect(await failure(disable(WRONG, codeOf(secret)))).toMatchObject({ details: { field: 'password' } });
    expect(await failure(disable(PASSWORD, '000000'))).toMatchObject({ details: { field: 'code' } });
    await disable(PASSWORD, codeOf(secret));
    expect((await signIn(person)).user.hasSecondFactor).toBe(false);
    expect(await failure(disable(PASSWORD, recoveryCodes[0] ?? ''))).toMatchObject({ code: 'CONFLICT' });
    expect(await own.admin('select 1 from recovery_codes where user_id = $1', [person.id])).toEqual([]);
    const entries = await own.admin(
      `select action from audit_log where actor_id = $1 and action like 'secondFactor%' order by at`,
      [person.id],
    );
    expect(entries).toEqual([{ action: 'secondFactor.confirm' }, { action: 'secondFactor.disable' }]);
  });

  test('stays when the password is reset by another', async () => {
    const { person, secret } = await aCarefulPerson();
    const { temporaryPassword } = await auth.administration.resetPassword(
      person.id,
      (await aPerson(own)).context,
    );
    expect(await refusal(person, undefined, temporaryPassword)).toMatchObject(CODE_PLEASE);
    expect((await signIn(person, codeOf(secret), temporaryPassword)).token).toBeDefined();
  });
});

test('neither the secret nor a recovery code can be read in the database, or moved to another user', async () => {
  const [one, another] = [await aCarefulPerson(), await aCarefulPerson()];
  const [row] = await own.admin<{ sealed: Buffer; everything: string }>(
    `select second_factor_secret as sealed, users::text || coalesce((select string_agg(r::text, ' ') from recovery_codes r), '') as everything
       from users where id = $1`,
    [one.person.id],
  );
  const inHex = (text: string) => Buffer.from(text).toString('hex');
  for (const secret of [one.secret, ...one.recoveryCodes]) {
    expect(row?.everything).not.toContain(secret);
    expect(row?.everything).not.toContain(inHex(secret));
  }
  await own.admin('update users set second_factor_secret = $2 where id = $1', [
    another.person.id,
    row?.sealed,
  ]);
  expect(await failure(signIn(another.person, codeOf(one.secret)))).toBeInstanceOf(Error);
});

test('a session that was started with a code is like any other', async () => {
  const { person, secret } = await aCarefulPerson();
  const { token } = await signIn(person, codeOf(secret));
  expect(await auth.sessions.viewerFor(token)).toMatchObject({ userId: person.id });
  await expect(signedIn(auth, person)).rejects.toMatchObject(CODE_PLEASE);
});

describe('a code is asked for again', () => {
  const isFresh = (viewer: Viewer) => {
    try {
      requireFreshSecondFactor(viewer, clock.now());
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'FORBIDDEN', details: { reason: 'SECOND_FACTOR_NEEDED' } });
      return false;
    }
  };
  /** What a session's next request comes with. */
  const viewerOf = async (token: string) =>
    (await auth.sessions.viewerFor(token)) ?? expect.unreachable('the session is there');

  test('five minutes after it was given to sign in, and not of a session that gives one again', async () => {
    const { person, secret, recoveryCodes } = await aCarefulPerson();
    const { token } = await signIn(person, codeOf(secret));
    const elsewhere = await signIn(person, recoveryCodes[0]);
    expect(isFresh(await viewerOf(token))).toBe(true);
    clock.goOn({ minutes: 5 });
    expect(isFresh(await viewerOf(token))).toBe(false);

    const context = { viewer: await viewerOf(token), address: '203.0.113.7' };
    expect(await failure(secondFactors.giveAgain('000000', context))).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'code' },
    });
    expect(isFresh(await viewerOf(token))).toBe(false);
    await secondFactors.giveAgain(codeOf(secret), context);

    expect(isFresh(await viewerOf(token))).toBe(true);
    expect(isFresh(await viewerOf(elsewhere.token))).toBe(false);
  });

  test('ten times at most, where it is guessed', async () => {
    const { person, secret } = await aCarefulPerson();
    for (let time = 0; time < 10; time += 1)
      expect(await failure(secondFactors.giveAgain('000000', person.context))).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    expect(await failure(secondFactors.giveAgain(codeOf(secret), person.context))).toMatchObject({
      code: 'RATE_LIMITED',
    });
  });

  test('of no user who has none', async () => {
    const { token } = await signedIn(auth, await aPerson(own));
    expect(isFresh(await viewerOf(token))).toBe(true);
    const context = { viewer: await viewerOf(token), address: '203.0.113.7' };
    expect(await failure(secondFactors.giveAgain('000000', context))).toMatchObject({ code: 'CONFLICT' });
  });
});

test('staff set up a second factor as well, and it is asked for', async () => {
  const { id: tenantId } = await aTenant(own);
  const person = await aPerson(own, { tenantId, role: 'TENANT_STAFF' });
  const { secret } = await secondFactors.start(person.context);
  await secondFactors.confirm(codeOf(secret), person.context);
  expect(await refusal(person)).toMatchObject(CODE_PLEASE);
});

test('an admin takes away the second factor that a user has lost, of the own business alone', async () => {
  const [lotus, jasmine] = [await aTenant(own), await aTenant(own)];
  const admin = await aPerson(own, { tenantId: lotus.id });
  const person = await aPerson(own, { tenantId: lotus.id, role: 'TENANT_STAFF' });
  const { secret } = await secondFactors.start(person.context);
  await secondFactors.confirm(codeOf(secret), person.context);
  const stranger = await aPerson(own, { tenantId: jasmine.id });
  expect(await failure(auth.administration.resetSecondFactor(person.id, stranger.context))).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await failure(auth.administration.resetSecondFactor(admin.id, admin.context))).toMatchObject({
    code: 'FORBIDDEN',
  });

  await auth.administration.resetSecondFactor(person.id, admin.context);

  expect((await signIn(person)).user.hasSecondFactor).toBe(false);
  expect(await own.admin(`select action from audit_log where actor_id = $1`, [admin.id])).toEqual([
    { action: 'user.resetSecondFactor' },
  ]);
});
