import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PersonaService } from '../../../server/tenants/personas/persona.service.ts';
import { TenantService } from '../../../server/tenants/tenant.service.ts';
import { readProfile } from '../../../server/tenants/tenant-profile.store.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';
import { anAdminOf, aSuperAdmin, staffOf } from '../../support/viewer.ts';

const own = await aDatabase();
const tenants = new TenantService(own.database, () => undefined);
const personas = new PersonaService(own.database);
const boss = aSuperAdmin();
const code = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field !== undefined && { details: { field } }) });

const auditOf = (tenantId: string) =>
  own.admin('select action, actor_email, subject, detail from audit_log where tenant_id = $1 order by at', [
    tenantId,
  ]);

describe('a new tenant', () => {
  test('can be called at once, in its own name', async () => {
    const { id } = await tenants.create({ name: ' Lotus  Clinic ', slug: 'lotus' }, boss);

    expect(await tenants.get(boss.viewer, id)).toMatchObject({
      slug: 'lotus',
      name: 'Lotus Clinic',
      status: 'ACTIVE',
      timeZone: 'Asia/Kolkata',
      signaturePolicy: 'ACCEPT_UNSIGNED',
      transcriptRetentionDays: null,
    });
    const [persona] = await personas.versions(boss.viewer, id, { first: 1, before: null });
    expect(persona).toMatchObject({
      version: 1,
      greeting: 'Hello! Welcome to Lotus Clinic. How can I help you today?',
      language: 'en-IN',
      author: 'Kavya Rao',
      isCurrent: true,
    });
    expect(await auditOf(id)).toEqual([
      { action: 'tenant.create', actor_email: boss.viewer.email, subject: 'lotus', detail: {} },
    ]);
  });

  test('may bring its greeting and time zone', async () => {
    const input = { name: 'Rio', slug: 'rio', greeting: 'Olá!', timeZone: 'America/Sao_Paulo' };
    const { id, timeZone } = await tenants.create(input, boss);
    expect(timeZone).toBe('America/Sao_Paulo');
    expect(await personas.versions(boss.viewer, id, { first: 1, before: null })).toMatchObject([
      { greeting: 'Olá!' },
    ]);
  });

  test.each([
    [{ name: 'Lotus', slug: 'api' }, 'slug'],
    [{ name: ' ', slug: 'blank' }, 'name'],
    [{ name: 'x'.repeat(121), slug: 'long' }, 'name'],
    [{ name: 'Lotus', slug: 'zone', timeZone: 'Mars/Base' }, 'timeZone'],
    [{ name: 'Lotus', slug: 'greets', greeting: 'x'.repeat(601) }, 'greeting'],
  ])('%j is refused for its %s', async (input, field) => {
    await expect(tenants.create(input, boss)).rejects.toThrow(code('BAD_USER_INPUT', field));
  });

  test('of several with one slug at once, one comes to be', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => tenants.create({ name: 'Twin', slug: 'twin' }, boss)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toEqual(code('CONFLICT', 'slug'));
    }
    expect(await own.admin(`select from tenants where slug = 'twin'`)).toHaveLength(1);
  });
});

describe('a change', () => {
  test('touches what is given, and is written down with what was before', async () => {
    const { id, slug } = await aTenant(own);

    const changed = await tenants.update(id, { status: 'SUSPENDED', transcriptRetentionDays: 90 }, boss);

    expect(changed).toMatchObject({
      slug,
      name: 'Lotus Clinic',
      status: 'SUSPENDED',
      transcriptRetentionDays: 90,
    });
    expect(await tenants.get(boss.viewer, id)).toEqual(changed);
    expect(await auditOf(id)).toMatchObject([
      {
        action: 'tenant.update',
        subject: slug,
        detail: {
          status: { from: 'ACTIVE', to: 'SUSPENDED' },
          transcriptRetentionDays: { from: null, to: 90 },
        },
      },
    ]);
    expect(await tenants.update(id, { transcriptRetentionDays: null, status: 'ACTIVE' }, boss)).toMatchObject(
      {
        status: 'ACTIVE',
        transcriptRetentionDays: null,
      },
    );
  });

  test('that changes nothing is not written down', async () => {
    const { id, name } = await aTenant(own);
    await tenants.update(id, { name }, boss);
    await tenants.update(id, {}, boss);
    expect(await auditOf(id)).toEqual([]);
  });

  test.each([
    [{ name: null }, 'name'],
    [{ name: '' }, 'name'],
    [{ status: null }, 'status'],
    [{ signaturePolicy: null }, 'signaturePolicy'],
    [{ timeZone: null }, 'timeZone'],
    [{ timeZone: '+05:30' }, 'timeZone'],
    [{ transcriptRetentionDays: 0 }, 'transcriptRetentionDays'],
    [{ recordingRetentionDays: -1 }, 'recordingRetentionDays'],
    [{ recordCalls: null }, 'recordCalls'],
    [{ recordingNotice: 'x'.repeat(301) }, 'recordingNotice'],
    [{ analysisTokensADay: null }, 'analysisTokensADay'],
    [{ analysisTokensADay: -1 }, 'analysisTokensADay'],
    [{ analysisTokensADay: 1_000_000_001 }, 'analysisTokensADay'],
    [{ newCallsAMinute: 100_001 }, 'newCallsAMinute'],
    [{ callsAtOnce: -1 }, 'callsAtOnce'],
    [{ modelTurnsADay: null }, 'modelTurnsADay'],
    [{ unverifiedAnalysisTokensADay: 0.5 }, 'unverifiedAnalysisTokensADay'],
    [{ recordingMegabytesADay: -1 }, 'recordingMegabytesADay'],
  ])('to %j is refused', async (change, field) => {
    const { id } = await aTenant(own);
    await expect(tenants.update(id, change, boss)).rejects.toThrow(code('BAD_USER_INPUT', field));
  });

  test.each([randomUUID(), 'pragati', ''])('of tenant %j, who does not exist, is refused', async (id) => {
    await expect(tenants.update(id, { name: 'X' }, boss)).rejects.toThrow(code('NOT_FOUND'));
  });
});

test('the bounds that a super admin sets are those that callers meet, and the audit tells of them', async () => {
  const { id, slug } = await aTenant(own);
  const bounds = { newCallsAMinute: 5, callsAtOnce: 3, modelTurnsADay: 0 };
  await tenants.update(id, { ...bounds, recordingMegabytesADay: 10 }, boss);
  expect(await own.database.asPlatform((tx) => readProfile(tx, slug))).toMatchObject({ bounds });
  expect(await auditOf(id)).toMatchObject([
    {
      action: 'tenant.update',
      detail: { newCallsAMinute: { from: 60, to: 5 }, recordingMegabytesADay: { from: 2_000, to: 10 } },
    },
  ]);
});

describe('who sees which tenant', () => {
  test('its people see it, with its id or without', async () => {
    const { id } = await aTenant(own);
    for (const { viewer } of [anAdminOf(id), staffOf(id)]) {
      expect(await tenants.get(viewer, null)).toMatchObject({ id });
      expect(await tenants.get(viewer, id)).toMatchObject({ id });
    }
  });

  test('another’s sounds like one that does not exist', async () => {
    const [mine, theirs] = [await aTenant(own), await aTenant(own)];
    for (const id of [theirs.id, randomUUID(), 'nonsense', '']) {
      await expect(tenants.get(anAdminOf(mine.id).viewer, id)).rejects.toThrow(code('NOT_FOUND'));
    }
  });

  test('a super admin has to name one', async () => {
    await expect(tenants.get(boss.viewer, undefined)).rejects.toThrow(code('BAD_USER_INPUT', 'id'));
    await expect(tenants.get(boss.viewer, randomUUID())).rejects.toThrow(code('NOT_FOUND'));
  });
});

describe('the list', () => {
  test('goes from the newest to the oldest, page by page, each once', async () => {
    const list = await aHouseful('paged', 7);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await tenants.list({ first: 3, after, search: 'paged' });
      seen.push(...page.edges.map(({ node }) => node.slug));
      expect(await page.totalCount).toBe(7);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(list.toReversed());
  });

  test('is searched by part of a name or slug, in which % and _ are themselves', async () => {
    await tenants.create({ name: 'Café 100% Veg', slug: 'cafe-veg' }, boss);
    const found = async (search: string) =>
      (await tenants.list({ first: 10, after: null, search })).edges.map(({ node }) => node.slug);
    expect(await found('100% v')).toEqual(['cafe-veg']);
    expect(await found('fe-ve')).toEqual(['cafe-veg']);
    expect(await found('100_')).toEqual([]);
  });

  test.each([0, 101, -1])('has no pages of %i', async (first) => {
    await expect(tenants.list({ first, after: null, search: null })).rejects.toThrow(
      code('BAD_USER_INPUT', 'first'),
    );
  });

  /** Tenants made within the same instant, so that only their ids tell them apart. @returns their slugs, oldest first */
  async function aHouseful(word: string, size: number): Promise<string[]> {
    const slugs = Array.from({ length: size }, (_, index) => `${word}-${index}`);
    for (const slug of slugs) await aTenant(own, { slug });
    await own.admin(`update tenants set created_at = '2026-01-01 00:00:00.000123Z' where slug like $1`, [
      `${word}-%`,
    ]);
    const sorted = await own.admin<{ slug: string }>(
      'select slug from tenants where slug like $1 order by id',
      [`${word}-%`],
    );
    return sorted.map(({ slug }) => slug);
  }
});
