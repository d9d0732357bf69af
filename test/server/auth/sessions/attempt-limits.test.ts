import { describe, expect, test } from 'vitest';
import { AttemptLimits } from '../../../../server/auth/sessions/attempt-limits.ts';
import { verifyPassword } from '../../../../server/auth/users/passwords.ts';
import { AppError } from '../../../../server/infra/app-error.ts';
import { Semaphore } from '../../../../server/infra/async/semaphore.ts';
import { aDatabase } from '../../../support/database.ts';
import { failure } from '../../fakes/listen.ts';
import { type Auth, anAuth, aPerson, PASSWORD, type Person, stranger, WRONG } from '../people.ts';

const own = await aDatabase();
const auth = anAuth(own);

let lastAddress = 0;
/** An address that no attempt has come from. */
const aFreshAddress = () => `198.51.100.${++lastAddress}`;

/** How a sign-in ends: OK, or the error's code. */
async function outcome(
  instance: Auth,
  { email }: { email: string },
  password: string,
  address = aFreshAddress(),
) {
  return instance.signIns.signIn({ email, password }, stranger(address)).then(
    () => 'OK',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

async function times(count: number, act: () => Promise<string>): Promise<string[]> {
  const outcomes: string[] = [];
  for (let time = 0; time < count; time++) outcomes.push(await act());
  return outcomes;
}

const isLimited = async (person: Person) => (await outcome(auth, person, PASSWORD)) === 'RATE_LIMITED';

describe('an account', () => {
  test('takes ten wrong passwords in a quarter of an hour, wherever they come from, and then not even the right one', async () => {
    const [person, another] = [await aPerson(own), await aPerson(own)];
    expect(await times(10, () => outcome(auth, person, WRONG))).toEqual(Array(10).fill('UNAUTHENTICATED'));

    const refused = await failure(
      auth.signIns.signIn(
        { email: person.email.toUpperCase(), password: PASSWORD },
        stranger(aFreshAddress()),
      ),
    );

    expect(refused).toMatchObject({ code: 'RATE_LIMITED' });
    const { retryAfterSeconds } = (refused as AppError).details;
    expect(retryAfterSeconds).toBeGreaterThan(14 * 60);
    expect(retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
    expect(await outcome(auth, another, PASSWORD)).toBe('OK');
  });

  test('that no user has is limited as well, so that this tells a stranger nothing either', async () => {
    const nobody = { email: 'nobody@example.com' };
    expect((await times(11, () => outcome(auth, nobody, WRONG))).at(-1)).toBe('RATE_LIMITED');
  });

  test('starts anew with a right password', async () => {
    const person = await aPerson(own);
    await times(9, () => outcome(auth, person, WRONG));
    expect(await outcome(auth, person, PASSWORD)).toBe('OK');
    await times(9, () => outcome(auth, person, WRONG));
    expect(await outcome(auth, person, PASSWORD)).toBe('OK');
  });

  test('starts anew when the time has passed', async () => {
    const person = await aPerson(own);
    await times(10, () => outcome(auth, person, WRONG));
    expect(await isLimited(person)).toBe(true);
    await own.admin('update attempt_limits set expire = expire - 15 * 60 * 1000');
    expect(await isLimited(person)).toBe(false);
  });

  test('is limited in all instances alike, and after a restart', async () => {
    const person = await aPerson(own);
    const another = anAuth(own);
    await times(5, () => outcome(auth, person, WRONG));
    expect(await times(5, () => outcome(another, person, WRONG))).toEqual(Array(5).fill('UNAUTHENTICATED'));
    expect(await isLimited(person)).toBe(true);
    expect(await outcome(another, person, PASSWORD)).toBe('RATE_LIMITED');
    expect(await outcome(anAuth(own), person, PASSWORD)).toBe('RATE_LIMITED');
  });

  test('has no more than ten passwords verified, however many come at once to two instances', async () => {
    const person = await aPerson(own);
    let verified = 0;
    const verify = (hashed: string, password: string) => {
      verified += 1;
      return verifyPassword(hashed, password);
    };
    const instances = [anAuth(own, { verify }), anAuth(own, { verify })];
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) => outcome(instances[n % 2] ?? auth, person, WRONG, `192.0.2.${n}`)),
    );
    expect(verified).toBe(10);
    expect(outcomes.filter((each) => each === 'UNAUTHENTICATED')).toHaveLength(10);
    expect(outcomes.filter((each) => each === 'RATE_LIMITED')).toHaveLength(30);
  });
});

describe('an address', () => {
  test('may send fifty wrong passwords for whatever accounts, and then not even a right one', async () => {
    const [address, person] = [aFreshAddress(), await aPerson(own)];
    let number = 0;
    const wrong = () => outcome(auth, { email: `${++number}@example.com` }, WRONG, address);
    expect(await times(50, wrong)).toEqual(Array(50).fill('UNAUTHENTICATED'));
    expect(await outcome(auth, person, PASSWORD, address)).toBe('RATE_LIMITED');
    expect(await outcome(auth, person, PASSWORD)).toBe('OK');

    // Being refused there doesn't count towards the account.
    await times(12, () => outcome(auth, person, WRONG, address));
    expect(await outcome(auth, person, PASSWORD)).toBe('OK');
  });

  test('may send as many right passwords as it likes, also at once', async () => {
    const [address, person] = [aFreshAddress(), await aPerson(own)];
    const all = await Promise.all(Array.from({ length: 60 }, () => outcome(auth, person, PASSWORD, address)));
    expect(all).toEqual(Array(60).fill('OK'));
  });

  test('is not held against anybody because one of its accounts is limited', async () => {
    const [address, locked, person] = [aFreshAddress(), await aPerson(own), await aPerson(own)];
    await times(70, () => outcome(auth, locked, WRONG, address));
    expect(await outcome(auth, person, PASSWORD, address)).toBe('OK');
  });
});

test('a failure of ours counts against no user', async () => {
  const limits = new AttemptLimits(own.database);
  const claimant = { email: 'somebody@example.com', address: aFreshAddress() };
  const broken = () => limits.attempt(claimant, () => Promise.reject(new Error('broken')));
  for (let time = 0; time < 12; time++) await expect(broken()).rejects.toThrow('broken');
  expect(await limits.attempt(claimant, async () => ({ outcome: 'right', value: 7 }))).toBe(7);
});

test('neither what was typed as an e-mail address nor a word of it is stored', async () => {
  await outcome(auth, { email: 'my-password-in-the-wrong-field' }, WRONG);
  expect(await own.admin(`select 1 from attempt_limits where key like '%password%'`)).toEqual([]);
});

test('who comes while too many are signing in is told to try again, and is not counted', async () => {
  const limits = new AttemptLimits(own.database, new Semaphore({ places: 1, longestQueue: 1 }));
  const signIn = Promise.withResolvers<'right'>();
  const claimant = { email: 'crowd@lotus.example', address: '203.0.113.200' };
  const attempt = () =>
    limits.attempt(claimant, async () => ({ outcome: await signIn.promise, value: 'in' }));
  const [first, second] = [attempt(), attempt()];
  await expect(attempt()).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 5 } });
  signIn.resolve('right');
  expect(await Promise.all([first, second])).toEqual(['in', 'in']);
});
