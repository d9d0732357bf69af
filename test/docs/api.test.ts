import { randomUUID } from 'node:crypto';
import { getVariableValues, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ADMIN, aKaivox, RECEPTION } from '../support/kaivox.ts';
import { aSubscription } from '../support/live.ts';
import { writtenSchema } from '../support/schema-operations.ts';
import { apiExamples, differences, type Example } from './api-examples.ts';

const examples = apiExamples();
const schema = writtenSchema();

test('there are examples, each under a name of its own', () => {
  const names = examples.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
});

test.each(examples)(
  '$name is an operation of the schema, and its variables are those that it takes',
  (example) => {
    expect(validate(schema, example.document)).toEqual([]);
    const declared = example.operation.variableDefinitions ?? [];
    expect(getVariableValues(schema, declared, example.variables).errors).toBeUndefined();
    const names = declared.map(({ variable }) => variable.name.value);
    expect(Object.keys(example.variables).filter((name) => !names.includes(name))).toEqual([]);
  },
);

describe('against a running KaiVox', async () => {
  const kaivox = await aKaivox();
  const platform = await kaivox.graphql.signIn(ADMIN);
  const reception = await kaivox.graphql.signIn(RECEPTION);
  const tried = new Set<string>();

  const named = (name: string): Example => {
    const found = examples.find((example) => example.name === name);
    if (!found) throw new Error(`docs/api.md has no ${name} any more.`);
    tried.add(name);
    return found;
  };

  /** Runs an example, holds its answer to the one that is shown, and reads what the next one needs. */
  async function run<T>(
    name: string,
    { token, variables, reads }: { token?: string; variables?: object; reads: z.ZodType<T> },
  ): Promise<T> {
    const { query, answer } = named(name);
    const real = await kaivox.graphql(query, { token, variables: { ...variables } });
    expect(differences(answer, real)).toEqual([]);
    return reads.parse(real.data);
  }

  const page = z.object({
    calls: z.object({
      edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }),
    }),
  });
  const money = z.object({ currency: z.string(), minorUnits: z.number() });

  test('an owner signs in, and reads one page of calls after the other, and a call', async () => {
    for (let calls = 0; calls < 2; calls += 1) {
      const phone = kaivox.phone();
      await phone.dial();
      await phone.say('Are you open on Sunday?');
      await phone.hangUp();
    }
    const { signIn } = await run('SignIn', {
      variables: RECEPTION,
      reads: z.object({ signIn: z.object({ token: z.string() }) }),
    });
    const { token } = signIn;

    const first = await run('Calls', { token, variables: { first: 1 }, reads: page });
    expect(first.calls.pageInfo.hasNextPage).toBe(true);
    const after = first.calls.pageInfo.endCursor;
    const second = await run('Calls', { token, variables: { first: 1, after }, reads: page });
    expect(second.calls.pageInfo.hasNextPage).toBe(false);
    const [newest, oldest] = [first, second].map(({ calls }) => calls.edges[0]?.node.id);
    expect(newest).not.toBe(oldest);

    const { call } = await run('CallWithTranscript', {
      token,
      variables: { id: oldest },
      reads: z.object({ call: z.object({ turns: z.array(z.object({ text: z.string() })) }) }),
    });
    expect(call.turns.map(({ text }) => text)).toContain('Are you open on Sunday?');
  });

  test('an owner watches calls', async () => {
    const { query, answer } = named('WatchCalls');
    const events = aSubscription<Record<string, unknown>>(kaivox, reception, query, {});
    // Subscribing takes a moment that nothing announces: calls are made until the first is heard of.
    let isHeard = false;
    const first = events.next().then((event) => {
      isHeard = true;
      return event;
    });
    while (!isHeard) await kaivox.phone().dial();
    expect(differences(answer, (await first).value)).toEqual([]);
  });

  test('a super admin buys a number, and looks the order up', async () => {
    const reads = z.object({
      availableNumbers: z.object({
        items: z.array(z.object({ e164: z.string(), setupFee: money, monthlyFee: money })),
      }),
    });
    const { availableNumbers } = await run('Marketplace', {
      token: platform,
      variables: { perPage: 1 },
      reads,
    });
    const [offer] = availableNumbers.items;
    const [tenant] = await kaivox.database.admin<{ id: string }>(
      `select id from tenants where slug = 'pragati'`,
    );
    const input = {
      tenantId: tenant?.id,
      e164: offer?.e164,
      idempotencyKey: randomUUID(),
      expectedSetupFee: offer?.setupFee,
      expectedMonthlyFee: offer?.monthlyFee,
    };
    const order = { id: z.string(), status: z.literal('SUCCEEDED') };
    const bought = z.object({ purchaseNumber: z.object(order) });
    const { purchaseNumber } = await run('BuyNumber', {
      token: platform,
      variables: { input },
      reads: bought,
    });
    const again = await run('BuyNumber', { token: platform, variables: { input }, reads: bought });
    expect(again.purchaseNumber.id).toBe(purchaseNumber.id);
    const { numberOrders } = await run('Orders', {
      token: platform,
      variables: { tenantId: tenant?.id },
      reads: z.object({ numberOrders: z.array(z.object(order)) }),
    });
    expect(numberOrders.map(({ id }) => id)).toEqual([purchaseNumber.id]);
  });

  test('an error is as it is shown', async () => {
    const { query, answer } = named('TooLongAPage');
    expect(await kaivox.graphql(query, { token: reception })).toMatchObject({ ...Object(answer) });
  });

  test('every example that is said to run was run', () => {
    const runnable = examples.filter(({ isRunnable }) => isRunnable).map(({ name }) => name);
    expect(runnable.filter((name) => !tried.has(name))).toEqual([]);
  });
});
