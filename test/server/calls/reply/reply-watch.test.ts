import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { REPLY_CHANNEL, type ReplyNews } from '../../../../server/calls/reply/reply-news.ts';
import { ReplyWatch, ReplyWatches } from '../../../../server/calls/reply/reply-watch.ts';

const CALL = 'tenant call-1';
const written = (count: number, { turn = 1, isWritten = false, callKey = CALL } = {}): ReplyNews => ({
  callKey,
  turn,
  written: count,
  isWritten,
});
const over: ReplyNews = { callKey: CALL, isOver: true };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Whether the promise is settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return settled;
}

/** PostgreSQL's side of notifications: what is announced here is heard by all who listen. */
function announcements() {
  const listeners: [string, (payload: string) => void][] = [];
  return {
    on(channel: string, listener: (payload: string) => void) {
      listeners.push([channel, listener]);
      return () => undefined;
    },
    announce(payload: string) {
      for (const [channel, listener] of listeners) if (channel === REPLY_CHANNEL) listener(payload);
    },
  };
}

describe('a watch', () => {
  const aWatch = () => new ReplyWatch(() => undefined);

  test('knows nothing at first', () => {
    const watch = aWatch();
    expect(watch.of(1)).toEqual({ written: 0, isWritten: false });
    expect(watch.isOver).toBe(false);
  });

  test.each<[string, ReplyNews[], { written: number; isWritten: boolean }]>([
    ['grows', [written(1), written(2)], { written: 2, isWritten: false }],
    ['ends', [written(1), written(2, { isWritten: true })], { written: 2, isWritten: true }],
    ['never shrinks when older news comes late', [written(3), written(1)], { written: 3, isWritten: false }],
    [
      'stays ended when older news comes late',
      [written(3, { isWritten: true }), written(2)],
      { written: 3, isWritten: true },
    ],
    [
      'is told from another turn’s',
      [written(1), written(5, { turn: 2, isWritten: true })],
      { written: 1, isWritten: false },
    ],
  ])('hears how a reply %s', (_, news, progress) => {
    const watch = aWatch();
    for (const each of news) watch.hear(each);
    expect(watch.of(1)).toEqual(progress);
  });

  test('waits no longer than until enough is heard', async () => {
    const watch = aWatch();
    const waiting = watch.until(() => watch.of(1).written >= 2, 10_000);
    watch.hear(written(1));
    expect(await isSettled(waiting)).toBe(false);
    watch.hear(written(2));
    expect(await isSettled(waiting)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('wakes when the call is over', async () => {
    const watch = aWatch();
    const waiting = watch.until(() => watch.isOver, 10_000);
    watch.hear(over);
    expect(await isSettled(waiting)).toBe(true);
  });

  test('waits no longer than it was asked to', async () => {
    const waiting = aWatch().until(() => false, 700);
    await vi.advanceTimersByTimeAsync(699);
    expect(await isSettled(waiting)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await isSettled(waiting)).toBe(true);
  });

  test.each([
    ['what is there already', () => true, 10_000],
    ['no time at all', () => false, 0],
    ['time that has run out', () => false, -5],
  ])('doesn’t wait for %s', async (_, isEnough, ms) => {
    expect(await isSettled(aWatch().until(isEnough, ms))).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('can wait again, for more', async () => {
    const watch = aWatch();
    const first = watch.until(() => watch.of(1).isWritten, 700);
    await vi.advanceTimersByTimeAsync(700);
    await first;
    const second = watch.until(() => watch.of(1).written > 0, 1_500);
    watch.hear(written(1));
    expect(await isSettled(second)).toBe(true);
  });
});

describe('watches', () => {
  test('hear what is reported here, and what another process announces', () => {
    const postgres = announcements();
    const watches = new ReplyWatches(postgres);
    const watch = watches.watch(CALL);
    watches.report(written(1));
    expect(watch.of(1).written).toBe(1);
    postgres.announce(JSON.stringify(written(2)));
    expect(watch.of(1).written).toBe(2);
    postgres.announce(JSON.stringify(over));
    expect(watch.isOver).toBe(true);
  });

  test('hear of their own call only, all of them', () => {
    const watches = new ReplyWatches(announcements());
    const [one, same, other] = [watches.watch(CALL), watches.watch(CALL), watches.watch('tenant call-2')];
    watches.report(written(1));
    expect([one, same, other].map((watch) => watch.of(1).written)).toEqual([1, 1, 0]);
  });

  test('hear nothing once closed, while others of the call still do', () => {
    const watches = new ReplyWatches(announcements());
    const [closed, open] = [watches.watch(CALL), watches.watch(CALL)];
    closed.close();
    closed.close();
    watches.report(written(1));
    expect([closed, open].map((watch) => watch.of(1).written)).toEqual([0, 1]);
  });

  test('that are closed late leave a newer watch of the same call alone', () => {
    const watches = new ReplyWatches(announcements());
    const old = watches.watch(CALL);
    old.close();
    const fresh = watches.watch(CALL);
    old.close();
    watches.report(written(1));
    expect(fresh.of(1).written).toBe(1);
  });

  test.each([
    '',
    'nonsense',
    '{}',
    'null',
    '[]',
    '{"callKey":"tenant call-1","turn":"1"}',
    '{"callKey":"tenant call-1"}',
  ])('make nothing of %j', (payload) => {
    const postgres = announcements();
    const watch = new ReplyWatches(postgres).watch(CALL);
    postgres.announce(payload);
    expect(watch.of(1)).toEqual({ written: 0, isWritten: false });
    expect(watch.isOver).toBe(false);
  });
});
