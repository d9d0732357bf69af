import { describe, expect, test } from 'vitest';
import { ADMIN, aKaivox, RECEPTION } from '../../support/kaivox.ts';
import { aTenant } from '../../support/tenant.ts';

const { database, graphql } = await aKaivox();
const STAFF = { email: 'staff@pragati.example', password: 'staple lamp window' };
const owner = await graphql.signIn(RECEPTION);
const boss = await graphql.signIn(ADMIN);
await graphql(
  `mutation ($email: String!, $password: String!) {
    createUser(input: { email: $email, password: $password, name: "Staff", role: TENANT_STAFF }) { id } }`,
  { token: owner, variables: STAFF },
);
const other = await aTenant(database);

const UPDATE = `mutation ($input: UpdateBusinessInput!, $tenantId: ID) {
  updateBusiness(input: $input, tenantId: $tenantId) {
    slug timeZone signaturePolicy transcriptRetentionDays recordingRetentionDays recordCalls recordingNotice } }`;

const update = (token: string, input: object, tenantId?: string) =>
  graphql(UPDATE, { token, variables: { input, ...(tenantId && { tenantId }) } });

describe('a tenant’s own admin', () => {
  test('changes how the business is run, which is written down', async () => {
    const input = {
      timeZone: 'Asia/Dubai',
      signaturePolicy: 'REQUIRE_SIGNED',
      transcriptRetentionDays: 90,
      recordingRetentionDays: null,
      recordCalls: true,
      recordingNotice: 'This call is recorded.',
    };
    expect((await update(owner, input)).data).toEqual({ updateBusiness: { slug: 'pragati', ...input } });
    const [entry] = await database.admin(
      `select actor_email, detail from audit_log where action = 'tenant.update' order by at desc limit 1`,
    );
    expect(entry).toMatchObject({
      actor_email: RECEPTION.email,
      detail: {
        recordCalls: { from: false, to: true },
        timeZone: { from: 'Asia/Kolkata', to: 'Asia/Dubai' },
      },
    });
  });

  test.each([
    [{ timeZone: 'Mars/Base' }, 'timeZone'],
    [{ recordingNotice: '' }, 'recordingNotice'],
    [{ recordCalls: null }, 'recordCalls'],
    [{ recordingRetentionDays: 0 }, 'recordingRetentionDays'],
  ])('is told which input is wrong in %j', async (input, field) => {
    const { errors } = await update(owner, input);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  test.each(['name', 'status', 'analysisTokensADay'])('has no say in its %s', async (trait) => {
    const { errors } = await update(owner, { [trait]: trait === 'analysisTokensADay' ? 1 : 'SUSPENDED' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const whole = await graphql(
      'mutation ($id: ID!, $input: UpdateTenantInput!) { updateTenant(id: $id, input: $input) { id } }',
      { token: owner, variables: { id: other.id, input: {} } },
    );
    expect(whole.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('doesn’t reach another business', async () => {
    const { errors } = await update(owner, { recordCalls: true }, other.id);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

test('staff may not', async () => {
  const { errors } = await update(await graphql.signIn(STAFF), { recordCalls: false });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a super admin names the business', async () => {
  expect((await update(boss, { recordCalls: false })).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', field: 'tenantId' } },
  ]);
  expect((await update(boss, { recordCalls: true }, other.id)).data).toMatchObject({
    updateBusiness: { slug: other.slug, recordCalls: true },
  });
});

describe('tokens for analysis', () => {
  const SHOWN = 'query ($id: ID!) { tenant(id: $id) { analysisTokensADay analysisTokensToday } }';
  const shown = async (token: string, id: string) =>
    (await graphql(SHOWN, { token, variables: { id } })).data?.tenant;

  test('are capped by super admins; what has gone today is shown', async () => {
    expect(await shown(boss, other.id)).toEqual({ analysisTokensADay: 200_000, analysisTokensToday: 0 });
    await graphql(
      'mutation ($id: ID!) { updateTenant(id: $id, input: { analysisTokensADay: 5000 }) { id } }',
      { token: boss, variables: { id: other.id } },
    );
    await database.admin(
      `insert into analysis_spending (tenant_id, day, tokens)
       select id, day, tokens from tenants,
         (values ((now() at time zone 'Asia/Kolkata')::date, 1234), ('2026-01-01', 99)) as spent (day, tokens)
        where id = $1`,
      [other.id],
    );
    expect(await shown(boss, other.id)).toEqual({ analysisTokensADay: 5_000, analysisTokensToday: 1_234 });
  });

  test('are seen by the business’s own admin', async () => {
    const { data } = await graphql('{ tenant { analysisTokensADay analysisTokensToday } }', { token: owner });
    expect(data?.tenant).toEqual({ analysisTokensADay: 200_000, analysisTokensToday: 0 });
  });
});
