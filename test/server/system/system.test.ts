import { expect, test } from 'vitest';
import { ADMIN, aKaivox, RECEPTION } from '../../support/kaivox.ts';

const kaivox = await aKaivox();
const STATUS =
  '{ systemStatus { version databaseVersion waitingJobs deadJobs { id task attempts error failedAt } } }';

type Status = {
  systemStatus: { databaseVersion: string; deadJobs: { id: string; task: string; error: string }[] };
};

test('a job that failed for good is shown to super admins, and tried again', async () => {
  const token = await kaivox.graphql.signIn(ADMIN);
  await kaivox.database.admin(`select graphile_worker.add_job('no-such-task', '{}', max_attempts => 1)`);
  await kaivox.database.admin(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'It broke'
      where id = (select max(id) from graphile_worker._private_jobs)`,
  );
  const read = async () => (await kaivox.graphql(STATUS, { token })).data as Status;
  const [dead] = (await read()).systemStatus.deadJobs;
  expect(dead).toMatchObject({ task: 'no-such-task', error: 'It broke' });
  const retry = 'mutation ($id: ID!) { retryDeadJob(id: $id) }';
  expect((await kaivox.graphql(retry, { token, variables: { id: dead?.id } })).data).toEqual({
    retryDeadJob: true,
  });
  expect((await read()).systemStatus.deadJobs).toEqual([]);
  const unknown = await kaivox.graphql(retry, { token, variables: { id: '999999999' } });
  expect(unknown.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
});

test('a job that failed for good can be forgotten, but none that is still to come', async () => {
  const token = await kaivox.graphql.signIn(ADMIN);
  const add = async () => {
    const [job] = await kaivox.database.admin<{ id: string }>(
      `select id::text from graphile_worker.add_job('no-such-task', '{}', run_at => now() + interval '1 hour')`,
    );
    return job?.id;
  };
  const [waiting, dead] = [await add(), await add()];
  await kaivox.database.admin(
    'update graphile_worker._private_jobs set attempts = max_attempts where id = $1',
    [dead],
  );
  const forget = async (id: string | undefined) =>
    kaivox.graphql('mutation ($id: ID!) { forgetDeadJob(id: $id) }', { token, variables: { id } });
  expect((await forget(dead)).data).toEqual({ forgetDeadJob: true });
  expect((await forget(dead)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  expect((await forget(waiting)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  const left = await kaivox.database.admin<{ id: string }>(
    'select id::text from graphile_worker._private_jobs',
  );
  const ids = left.map(({ id }) => id);
  expect(ids).toContain(waiting);
  expect(ids).not.toContain(dead);
  expect(await kaivox.database.admin(`select subject from audit_log where action = 'job.forget'`)).toEqual([
    { subject: dead },
  ]);
});

test('the health of every part is told', async () => {
  const token = await kaivox.graphql.signIn(ADMIN);
  const read = '{ systemStatus { droppedWebhooks health { part status } } }';
  expect((await kaivox.graphql(read, { token })).data?.systemStatus).toMatchObject({
    droppedWebhooks: 0,
    health: expect.arrayContaining([
      { part: 'NOTIFICATIONS', status: 'PASS' },
      { part: 'PUBLIC_ADDRESS', status: 'PASS' },
      { part: 'LANGUAGE_MODEL', status: 'WARN' },
      { part: 'WEBHOOK_LOG', status: 'PASS' },
    ]),
  });
});

test('an owner doesn’t see it', async () => {
  const token = await kaivox.graphql.signIn(RECEPTION);
  const { errors } = await kaivox.graphql(STATUS, { token });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});
