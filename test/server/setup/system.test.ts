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

test('nobody else sees it', async () => {
  const token = await kaivox.graphql.signIn(RECEPTION);
  const { errors } = await kaivox.graphql(STATUS, { token });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});
