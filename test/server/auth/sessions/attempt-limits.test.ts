import { describe, expect, test } from 'vitest';
import { AttemptLimits, accountOfNobody } from '../../../../server/auth/sessions/attempt-limits.ts';
import { AttemptWatch } from '../../../../server/auth/sessions/attempt-watch.ts';
import { AppError } from '../../../../server/infra/app-error.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { aDatabase } from '../../../support/database.ts';
import { failure } from '../../fakes/listen.ts';
import { type Auth, anAuth, aPerson, PASSWORD, stranger, WRONG } from '../people.ts';

const own = await aDatabase();
const auth = anAuth(own);
const watch = new AttemptWatch(own.database, createLog('silent'));

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

describe('an account', () => {
  test('takes ten wrong passwords from one address in a quarter of an hour, and then not even the right one', async () => {
    const [person, another, address] = [await aPerson(own), await aPerson(own), aFreshAddress()];
    expect(await times(10, () => outcome(auth, person, WRONG, address))).toEqual(
      Array(10).fill('UNAUTHENTICATED'),
    );

    const refused = await failure(
      auth.signIns.signIn({ email: person.email.toUpperCase(), password: PASSWORD }, stranger(address)),
    );

    expect(refused).toMatchObject({ code: 'RATE_LIMITED' });
    const { retryAfterSeconds } = (refused as AppError).details;
    expect(retryAfterSeconds).toBeGreaterThan(14 * 60);
    expect(retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
    expect(await outcome(auth, another, PASSWORD, address)).toBe('OK');
  });

  test('that strangers try elsewhere is open to its owner, also at an address that is new', async () => {
    const person = await aPerson(own);
    for (const stranger of [aFreshAddress(), aFreshAddress(), aFreshAddress()])
      await times(15, () => outcome(auth, person, WRONG, stranger));
    expect(await outcome(auth, person, PASSWORD)).toBe('OK');
  });

  test('that fifty wrong passwords came to from everywhere is open only where its owner has signed in before', async () => {
    const [person, home] = [await aPerson(own), '2001:db8:7:7::1'];
    expect(await outcome(auth, person, PASSWORD, home)).toBe('OK');
    expect(await times(50, () => outcome(auth, person, WRONG))).toEqual(Array(50).fill('UNAUTHENTICATED'));

    expect(await outcome(auth, person, PASSWORD)).toBe('RATE_LIMITED');
    // Another telephone of the same household.
    expect(await outcome(auth, person, PASSWORD, '2001:db8:7:7::2')).toBe('OK');
    // That its owner comes and goes doesn't give those elsewhere new attempts.
    expect(await outcome(auth, person, WRONG)).toBe('RATE_LIMITED');
    // Not even there it takes more than ten wrong ones.
    await times(10, () => outcome(auth, person, WRONG, home));
    expect(await outcome(auth, person, PASSWORD, home)).toBe('RATE_LIMITED');
  });

  test('that nobody has is limited as well, so that this tells nobody either', async () => {
    const [nobody, address] = [{ email: 'nobody@example.com' }, aFreshAddress()];
    expect((await times(11, () => outcome(auth, nobody, WRONG, address))).at(-1)).toBe('RATE_LIMITED');
    expect((await times(41, () => outcome(auth, nobody, WRONG))).at(-1)).toBe('RATE_LIMITED');
  });

  test('starts anew with a right password', async () => {
    const [person, address] = [await aPerson(own), aFreshAddress()];
    await times(9, () => outcome(auth, person, WRONG, address));
    expect(await outcome(auth, person, PASSWORD, address)).toBe('OK');
    await times(9, () => outcome(auth, person, WRONG, address));
    expect(await outcome(auth, person, PASSWORD, address)).toBe('OK');
  });

  test('starts anew when the time has passed', async () => {
    const [person, address] = [await aPerson(own), aFreshAddress()];
    await times(10, () => outcome(auth, person, WRONG, address));
    expect(await outcome(auth, person, PASSWORD, address)).toBe('RATE_LIMITED');
    await own.admin('update attempt_limits set expire = expire - 15 * 60 * 1000');
    expect(await outcome(auth, person, PASSWORD, address)).toBe('OK');
  });

  test('is limited in all instances alike, and after a restart', async () => {
    const [person, address] = [await aPerson(own), aFreshAddress()];
    const another = anAuth(own);
    await times(5, () => outcome(auth, person, WRONG, address));
    expect(await times(5, () => outcome(another, person, WRONG, address))).toEqual(
      Array(5).fill('UNAUTHENTICATED'),
    );
    for (const instance of [auth, another, anAuth(own)])
      expect(await outcome(instance, person, PASSWORD, address)).toBe('RATE_LIMITED');
  });

  test.each([
    ['ten passwords, however many come at once from one address', 40, () => '192.0.2.1', 10],
    ['fifty, however many addresses they come from', 70, (n: number) => `192.0.2.${10 + n}`, 50],
  ])('has no more verified than %s, to two instances', async (_, count, addressOf, most) => {
    const person = await aPerson(own);
    const { password_hash: stored } = (
      await own.admin<{ password_hash: string }>('select password_hash from users where id = $1', [person.id])
    )[0] ?? { password_hash: '' };
    let verified = 0;
    const verify = async (hashed: string) => {
      if (hashed === stored) verified += 1;
      return false;
    };
    const instances = [anAuth(own, { verify }), anAuth(own, { verify })];
    const outcomes = await Promise.all(
      Array.from({ length: count }, (_, n) => outcome(instances[n % 2] ?? auth, person, WRONG, addressOf(n))),
    );
    expect(verified).toBe(most);
    expect(outcomes.filter((each) => each === 'UNAUTHENTICATED')).toHaveLength(most);
    expect(outcomes.filter((each) => each === 'RATE_LIMITED')).toHaveLength(count - most);
  });

  test('remembers the twenty addresses that its owner signed in from last', async () => {
    const person = await aPerson(own);
    for (let n = 0; n < 22; n += 1) await outcome(auth, person, PASSWORD);
    expect(
      await own.admin('select count(*)::int as known from sign_in_networks where user_id = $1', [person.id]),
    ).toEqual([{ known: 20 }]);
  });
});

describe('what becomes known of wrong passwords', () => {
  const entriesOf = ({ email }: { email: string }) =>
    own.admin<{ action: string; address: string; detail: object }>(
      `select action, actor_id, address, detail - 'userId' as detail from audit_log
       where subject = $1 and action like 'signIn.%' order by at`,
      [email],
    );

  test('the audit has each with its address, and a lock-out once', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => void lines.push(line) });
    const watched = anAuth(own, { log });
    const [person, address] = [await aPerson(own), aFreshAddress()];
    await times(14, () => outcome(watched, person, WRONG, address));

    const entries = await entriesOf(person);
    expect(entries.slice(0, 10)).toEqual(
      Array(10).fill({ action: 'signIn.fail', actor_id: null, address, detail: { what: 'PASSWORD' } }),
    );
    expect(entries.slice(10)).toEqual([
      {
        ...{ action: 'signIn.lockOut', actor_id: null, address },
        detail: { scope: 'ACCOUNT_FROM_NETWORK', retryAfterSeconds: expect.any(Number) },
      },
    ]);
    expect(watched.attempts).toEqual({ failures: 10, lockOuts: 1 });
    expect(lines).toHaveLength(11);
    for (const told of [address, person.email, WRONG]) expect(lines.join('')).not.toContain(told);
    expect(lines.join('')).toContain('"address":"198.51.100.x"');
  });

  test('strangers by the hundred can’t fill the audit, which is kept for ever', async () => {
    const person = await aPerson(own);
    await times(70, () => outcome(auth, person, WRONG));
    const entries = await entriesOf(person);
    expect(entries.map(({ action }) => action)).toEqual([...Array(10).fill('signIn.fail'), 'signIn.lockOut']);
    expect(entries.at(-1)?.detail).toMatchObject({ scope: 'ACCOUNT' });
  });
});

describe('however an e-mail address is typed', () => {
  const OWNER = 'kiss.irina@example.com';
  const TRICKY: readonly [string, string][] = [
    ['in capitals', 'KISS.IRINA@EXAMPLE.COM'],
    ['with blanks around it', '  kiss.irina@example.com\t\n'],
    ['with a wide blank after it', 'kiss.irina@example.com\u3000'],
    ['with a capital I of Turkish keyboards, U+0130', 'K\u0130SS.\u0130R\u0130NA@example.com'],
    ['with what JavaScript makes of those', 'KİSS.İRİNA@example.com'.toLowerCase()],
    ['with a long s, U+017F', 'ki\u017f\u017f.irina@example.com'],
    ['with the sign of Kelvin, U+212A', '\u212Aiss.irina@example.com'],
    ['in full-width letters', 'ｋｉｓｓ．ｉｒｉｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ['with a dotless i, U+0131', 'k\u0131ss.irina@example.com'],
    ['with an accent, composed', 'k\u00edss.irina@example.com'],
    ['with an accent, decomposed', 'ki\u0301ss.irina@example.com'],
  ];

  test.each(TRICKY)('%s: it counts as the account that it opens', async (_, typed) => {
    await own.admin('delete from users where email = $1', [OWNER]);
    const person = await aPerson(own, { email: OWNER });
    const address = aFreshAddress();
    const opens = (await outcome(auth, { email: typed }, PASSWORD)) === 'OK';

    await times(10, () => outcome(auth, { email: typed }, WRONG, address));

    expect(await outcome(auth, person, PASSWORD, address)).toBe(opens ? 'RATE_LIMITED' : 'OK');
    // And it is the same address to the index.
    const another = own.admin(
      `insert into users (id, email, name, role, password_hash) values (gen_random_uuid(), $1, 'N', 'SUPER_ADMIN', '-')`,
      [typed],
    );
    if (opens) await expect(another).rejects.toThrow('users_email');
    else await another;
    await own.admin(`delete from users where name = 'N'`);
  });

  test('most of these open the account, and none that a person would read as another address', async () => {
    await own.admin('delete from users where email = $1', [OWNER]);
    await aPerson(own, { email: OWNER });
    const opening = [];
    for (const [how, typed] of TRICKY)
      if ((await outcome(auth, { email: typed }, PASSWORD)) === 'OK') opening.push(how);
    expect(opening).toEqual(TRICKY.slice(0, 8).map(([how]) => how));
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

test('a failure of ours counts against nobody', async () => {
  const limits = new AttemptLimits(own.database, watch);
  const claimant = { accounts: [accountOfNobody('somebody@example.com')], address: aFreshAddress() };
  const broken = () => limits.attempt(claimant, () => Promise.reject(new Error('broken')));
  for (let time = 0; time < 12; time++) await expect(broken()).rejects.toThrow('broken');
  expect(await limits.attempt(claimant, async () => ({ outcome: 'right', value: 7 }))).toBe(7);
});

test('neither what was typed as an e-mail address nor a word of it is stored', async () => {
  await outcome(auth, { email: 'my-password-in-the-wrong-field' }, WRONG);
  expect(await own.admin(`select 1 from attempt_limits where key like '%password%'`)).toEqual([]);
});
