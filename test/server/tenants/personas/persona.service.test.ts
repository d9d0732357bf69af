import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PersonaService } from '../../../../server/tenants/personas/persona.service.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAdminOf, aSuperAdmin } from '../../../support/viewer.ts';

const own = await aDatabase();
const personas = new PersonaService(own.database);
const code = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field !== undefined && { details: { field } }) });

test('a change is a new version by its author; the older one stays as it was', async () => {
  const { id } = await aTenant(own);
  const admin = anAdminOf(id);

  const renewed = await personas.update(null, { greeting: ' Namaste! ' }, admin);

  expect(renewed).toMatchObject({
    version: 2,
    greeting: 'Namaste!',
    agentName: 'Asha',
    facts: expect.stringContaining('open'),
  });
  expect(await personas.versions(admin.viewer, null, { first: 25, before: null })).toMatchObject([
    { version: 2, greeting: 'Namaste!', author: admin.viewer.name, isCurrent: true },
    { version: 1, greeting: 'Welcome to Lotus Clinic.', author: null, isCurrent: false },
  ]);
  expect(await own.admin('select action, detail from audit_log where tenant_id = $1', [id])).toEqual([
    { action: 'persona.update', detail: { version: 2 } },
  ]);
});

test('a change to what is there already makes no version', async () => {
  const { id } = await aTenant(own);
  const unchanged = { greeting: 'Welcome to Lotus Clinic. ', language: 'en-in' };
  expect(await personas.update(null, unchanged, anAdminOf(id))).toMatchObject({ version: 1 });
  expect(await personas.update(null, {}, anAdminOf(id))).toMatchObject({ version: 1 });
});

test('changes at the same time all come to be, one after the other', async () => {
  const { id } = await aTenant(own);
  const admin = anAdminOf(id);
  const changes = [
    { agentName: 'Maya' },
    { greeting: 'Hello!' },
    { facts: 'Closed on Sunday.' },
    { instructions: 'Be brief.' },
    { noSpeechMessage: 'Goodbye.' },
  ];

  await Promise.all(changes.map((change) => personas.update(null, change, admin)));

  const versions = await personas.versions(admin.viewer, null, { first: 25, before: null });
  expect(versions.map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(versions[0]).toMatchObject(Object.assign({}, ...changes));
});

test('an older version is restored as a new one', async () => {
  const { id } = await aTenant(own);
  const admin = anAdminOf(id);
  await personas.update(null, { greeting: 'Second.', facts: '' }, admin);

  const restored = await personas.restore(null, 1, admin);

  expect(restored).toMatchObject({
    version: 3,
    greeting: 'Welcome to Lotus Clinic.',
    facts: expect.stringContaining('open'),
  });
  expect(await personas.restore(null, 3, admin)).toMatchObject({ version: 3 });
  await expect(personas.restore(null, 4, admin)).rejects.toThrow(code('NOT_FOUND'));
});

test('the history is read page by page', async () => {
  const { id } = await aTenant(own);
  const admin = anAdminOf(id);
  for (const greeting of ['Two.', 'Three.', 'Four.']) await personas.update(null, { greeting }, admin);
  const versions = async (page: { first: number; before: number | null }) =>
    (await personas.versions(admin.viewer, null, page)).map(({ version }) => version);
  expect(await versions({ first: 3, before: null })).toEqual([4, 3, 2]);
  expect(await versions({ first: 3, before: 2 })).toEqual([1]);
});

describe('texts', () => {
  test.each([
    [{ greeting: '' }, 'greeting'],
    [{ greeting: ' \0 ' }, 'greeting'],
    [{ greeting: null }, 'greeting'],
    [{ greeting: 'x'.repeat(601) }, 'greeting'],
    [{ agentName: 'x'.repeat(81) }, 'agentName'],
    [{ instructions: 'x'.repeat(20_001) }, 'instructions'],
    [{ facts: 'x'.repeat(20_001) }, 'facts'],
    [{ facts: null }, 'facts'],
    [{ noSpeechMessage: '\u0007' }, 'noSpeechMessage'],
    [{ language: 'English please' }, 'language'],
  ])('%j is refused', async (change, field) => {
    const { id } = await aTenant(own);
    await expect(personas.update(id, change, anAdminOf(id))).rejects.toThrow(code('BAD_USER_INPUT', field));
    expect(await own.admin('select persona_version from tenants where id = $1', [id])).toEqual([
      { persona_version: 1 },
    ]);
  });

  test('are cleaned of what XML can’t carry', async () => {
    const { id } = await aTenant(own);
    const change = { greeting: 'Hello\u0007 &\n<Welcome>\ufffe', instructions: 'One.\r\nTwo.\0' };
    expect(await personas.update(null, change, anAdminOf(id))).toMatchObject({
      greeting: 'Hello & <Welcome>',
      instructions: 'One.\nTwo.',
    });
  });
});

describe('another tenant’s persona', () => {
  test('can be neither read nor changed', async () => {
    const [mine, theirs] = [await aTenant(own), await aTenant(own)];
    const admin = anAdminOf(mine.id);
    await expect(personas.update(theirs.id, { greeting: 'Mine!' }, admin)).rejects.toThrow(code('NOT_FOUND'));
    await expect(personas.restore(theirs.id, 1, admin)).rejects.toThrow(code('NOT_FOUND'));
    await expect(personas.versions(admin.viewer, theirs.id, { first: 5, before: null })).rejects.toThrow(
      code('NOT_FOUND'),
    );
  });

  test('is a super admin’s to change, who names the tenant', async () => {
    const { id } = await aTenant(own);
    const boss = aSuperAdmin();
    expect(await personas.update(id, { greeting: 'By us.' }, boss)).toMatchObject({ version: 2 });
    await expect(personas.update(null, { greeting: 'X' }, boss)).rejects.toThrow(
      code('BAD_USER_INPUT', 'tenantId'),
    );
    for (const unknown of [randomUUID(), 'nonsense']) {
      await expect(personas.update(unknown, { greeting: 'X' }, boss)).rejects.toThrow(code('NOT_FOUND'));
      await expect(personas.versions(boss.viewer, unknown, { first: 5, before: null })).rejects.toThrow(
        code('NOT_FOUND'),
      );
    }
  });
});
