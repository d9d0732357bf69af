import { expect, test } from 'vitest';
import { ADMIN, aKaivox, RECEPTION } from '../../../support/kaivox.ts';

const kaivox = await aKaivox();

const CONTINUE_TEST_CALL = `mutation ($tenantId: ID, $lines: [TestCallLineInput!]!) {
  continueTestCall(tenantId: $tenantId, draft: { facts: "We are closed on Sundays." }, lines: $lines) {
    sentences source endsCall milliseconds instructions
  }
}`;
const lines = [{ speaker: 'CALLER', text: 'Are you open on Sunday?' }];

test('an admin tries a persona before it is saved, and the call log knows nothing of it', async () => {
  const token = await kaivox.graphql.signIn(RECEPTION);

  const { data } = await kaivox.graphql(CONTINUE_TEST_CALL, { token, variables: { lines } });

  expect(data?.continueTestCall).toMatchObject({
    source: 'SCRIPTED',
    endsCall: false,
    instructions: expect.stringContaining('We are closed on Sundays.'),
  });
  const after = await kaivox.graphql('{ calls { totalCount } tenant { persona { version facts } } }', {
    token,
  });
  expect(after.data).toMatchObject({ calls: { totalCount: 0 }, tenant: { persona: { version: 1 } } });
  expect(JSON.stringify(after.data)).not.toContain('closed on Sundays.');
});

test('a super admin names the tenant; staff may not', async () => {
  const token = await kaivox.graphql.signIn(ADMIN);
  const unnamed = await kaivox.graphql(CONTINUE_TEST_CALL, { token, variables: { lines } });
  expect(unnamed.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'tenantId' } }]);
  const [pragati] = await kaivox.database.admin<{ id: string }>('select id from tenants');
  const tenantId = pragati?.id;
  const named = await kaivox.graphql(CONTINUE_TEST_CALL, { token, variables: { tenantId, lines } });
  expect(named.data?.continueTestCall).toMatchObject({ source: 'SCRIPTED' });

  const password = 'a window over the lamp';
  await kaivox.graphql('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
    token,
    variables: {
      input: { email: 'staff@pragati.example', name: 'Sunita', role: 'TENANT_STAFF', password, tenantId },
    },
  });
  const staff = await kaivox.graphql.signIn({ email: 'staff@pragati.example', password });
  const refused = await kaivox.graphql(CONTINUE_TEST_CALL, { token: staff, variables: { lines } });
  expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
