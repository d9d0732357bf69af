import { EventEmitter, once } from 'node:events';
import { afterAll, expect, test } from 'vitest';
import { createLog } from '../../../server/infra/log.ts';
import { Notifications } from '../../../server/infra/notifications.ts';
import { aDatabase } from '../../support/database.ts';

const own = await aDatabase();

async function aListener(): Promise<Notifications> {
  const notifications = new Notifications(own.url, createLog('silent'));
  await notifications.start();
  afterAll(() => notifications.stop());
  return notifications;
}

test('what a transaction announces arrives when it commits, and never when it does not', async () => {
  const notifications = await aListener();
  const heard = new EventEmitter();
  const payloads: string[] = [];
  notifications.on('news', (payload) => {
    payloads.push(payload);
    heard.emit(payload);
  });
  await notifications.settled;
  await own.database
    .asPlatform(async (tx) => {
      await tx.notify('news', 'taken back');
      throw new Error('no');
    })
    .catch(() => undefined);
  const arrived = once(heard, 'kept');
  await own.database.asPlatform((tx) => tx.notify('news', 'kept'));
  await arrived;
  expect(payloads).toEqual(['kept']);
});

test('a listener that left hears nothing more', async () => {
  const notifications = await aListener();
  const heard = new EventEmitter();
  const left: string[] = [];
  const leave = notifications.on('farewell', (payload) => left.push(payload));
  notifications.on('farewell', () => heard.emit('stayed'));
  leave();
  await notifications.settled;
  const arrived = once(heard, 'stayed');
  await own.database.asPlatform((tx) => tx.notify('farewell', 'hello?'));
  await arrived;
  expect(left).toEqual([]);
});

test('a broken connection comes back by itself, says so, and listens as before', async () => {
  const notifications = await aListener();
  const events = new EventEmitter();
  notifications.on('again', () => events.emit('heard'));
  notifications.onReconnect(() => events.emit('back'));
  await notifications.settled;
  const back = once(events, 'back');
  await own.admin(`select pg_terminate_backend(pid) from pg_stat_activity
                    where application_name = 'kaivox listen' and datname = current_database()`);
  await back;
  expect(notifications.isListening).toBe(true);
  await notifications.settled;
  const heard = once(events, 'heard');
  await own.database.asPlatform((tx) => tx.notify('again', ''));
  await heard;
});
