import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../../../../server/infra/log.ts';
import { Vault } from '../../../../../server/infra/secrets.ts';
import { DiskSpool } from '../../../../../server/telephony/vobiz/spool/disk-spool.ts';
import type { SpooledWebhook } from '../../../../../server/telephony/vobiz/spool/spooled-webhook.ts';
import { WebhookSpool } from '../../../../../server/telephony/vobiz/spool/webhook-spool.ts';
import { aVobizAdapter, TOKEN } from '../vobiz-adapter.ts';

const BOUNDS = { mostEntries: 100, mostBytes: 1_000_000, mostBytesOfStrangers: 16_000 };
const vault = new Vault(Buffer.alloc(32, 7));
const away = async () => {
  throw new Error('The database is away');
};

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaivox-spool-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'webhook-spool');
}

/** A spool whose webhooks go to `store`; the database is well unless that is what fails. */
function aSpool(
  store: (webhook: SpooledWebhook) => Promise<'stored' | 'refused'>,
  { folder = aFolder(), bounds = BOUNDS, isWell = async () => true } = {},
) {
  const disk = new DiskSpool(folder, bounds);
  const log = createLog('silent');
  const spool = new WebhookSpool({ disk, vault, log, store, isWell, retryMs: 5 });
  onTestFinished(() => spool.stop());
  return { spool, folder };
}

const hangup = (callId: string, at = new Date(), verified = true): SpooledWebhook => ({
  at,
  webhook: 'hangup',
  slug: 'pragati',
  path: '/api/vobiz/pragati/hangup',
  query: {},
  body: { CallUUID: callId, Speech: `I am in pain${'.'.repeat(400)}` },
  headers: {},
  admitted: { verified },
});

describe('webhooks that could not be stored', () => {
  test('are stored in the order in which they came, by the process that comes next as well', async () => {
    const first = aSpool(away, { isWell: async () => false });
    const times = [3, 1, 2].map((second) => new Date(1_700_000_000_000 + second * 1_000));
    for (const at of times) expect(await first.spool.keep(hangup(`call-${at.getTime()}`, at))).toBe(true);
    await first.spool.stop();

    const stored: Date[] = [];
    const { folder } = first;
    const second = aSpool(
      async ({ at }) => {
        stored.push(at);
        return 'stored';
      },
      { folder },
    );
    await second.spool.start();
    await expect.poll(() => stored).toEqual([...times].sort());
    await expect.poll(() => readdirSync(folder)).toEqual([]);
    expect(second.spool.length).toBe(0);
  });

  test('are on the disk in a form that tells nothing', async () => {
    const { spool, folder } = aSpool(away, { isWell: async () => false });
    await spool.keep(hangup('call-1'));
    const [file = ''] = readdirSync(folder);
    const content = readFileSync(join(folder, file), 'latin1');
    for (const told of ['pragati', 'call-1', 'pain']) expect(content).not.toContain(told);
  });

  test.each([
    ['number', { ...BOUNDS, mostEntries: 2 }],
    ['size', { ...BOUNDS, mostBytes: 1_700 }],
  ])('are bounded in %s: what is past that is not acknowledged', async (_, bounds) => {
    const { spool } = aSpool(away, { bounds, isWell: async () => false });
    const kept: boolean[] = [];
    for (const call of ['a', 'b', 'c', 'd']) kept.push(await spool.keep(hangup(call)));
    expect(kept).toEqual([true, true, false, false]);
  });

  test('fill half of the room where they may be strangers’, and are short there', async () => {
    const { spool } = aSpool(away, { bounds: { ...BOUNDS, mostEntries: 4 }, isWell: async () => false });
    const kept: boolean[] = [];
    for (const call of ['a', 'b', 'c']) kept.push(await spool.keep(hangup(call, new Date(), false)));
    for (const call of ['d', 'e', 'f']) kept.push(await spool.keep(hangup(call)));
    expect(kept).toEqual([true, true, false, true, true, false]);

    const short = aSpool(away, {
      bounds: { ...BOUNDS, mostBytesOfStrangers: 300 },
      isWell: async () => false,
    });
    expect(await short.spool.keep(hangup('long', new Date(), false))).toBe(false);
    expect(await short.spool.keep(hangup('long'))).toBe(true);
  });

  test('and that another process on the same folder has stored wait no more', async () => {
    const folder = aFolder();
    const { spool } = aSpool(away, { folder, isWell: async () => false });
    await spool.keep(hangup('a'));
    const other = aSpool(async () => 'stored', { folder });
    await other.spool.start();
    await expect.poll(() => readdirSync(folder)).toEqual([]);
    await expect.poll(() => spool.length).toBe(0);
  });

  test('are not acknowledged where the disk takes nothing', async () => {
    const folder = aFolder();
    writeFileSync(folder, 'a file in the place of the folder');
    expect(await aSpool(away, { folder }).spool.keep(hangup('a'))).toBe(false);
  });

  test.each([
    [
      'damaged',
      (folder: string) => {
        const [file = ''] = readdirSync(folder);
        writeFileSync(join(folder, file), 'nonsense');
      },
    ],
    ['refused by the database for good', () => undefined],
  ])('and one of which is %s: it is set aside, and the others are stored', async (how, harm) => {
    const folder = aFolder();
    const before = aSpool(away, { folder, isWell: async () => false });
    await before.spool.keep(hangup('bad', new Date(1_000)));
    await before.spool.stop();
    harm(folder);

    const stored: string[] = [];
    const store = async ({ body }: SpooledWebhook): Promise<'stored'> => {
      const { CallUUID } = body as { CallUUID: string };
      if (CallUUID === 'bad') throw new Error(how);
      stored.push(CallUUID);
      return 'stored';
    };
    const { spool } = aSpool(store, { folder });
    await spool.keep(hangup('good', new Date(2_000)));
    await expect.poll(() => stored).toEqual(['good']);
    await expect.poll(() => readdirSync(folder)).toEqual([expect.stringMatching(/\.kept\.aside$/)]);
  });
});

describe('a fault of ours at a webhook that is kept on disk', () => {
  const keeps = () => {
    const kept: SpooledWebhook[] = [];
    const keep = async (webhook: SpooledWebhook) => kept.push(webhook) > 0;
    return { kept, spool: { keep } };
  };

  test.each(['vobizxml', 'guide'] as const)('has a hangup acknowledged, in %s', async (dialect) => {
    const { kept, spool } = keeps();
    const { aPhone } = await aVobizAdapter({ calls: { hangUp: away }, spool });
    const phone = aPhone({ dialect });
    await phone.dial();
    const { status } = await phone.post(
      'hangup',
      phone.fields({ event: 'hungUp', durationSeconds: 5, cause: 'NORMAL_CLEARING', source: 'Caller' }),
    );
    expect(status).toBe(200);
    expect(kept).toMatchObject([{ webhook: 'hangup', slug: 'pragati', admitted: { verified: false } }]);
  });

  test('keeps how it was known, its signatures and no other header', async () => {
    const { kept, spool } = keeps();
    const signed = await aVobizAdapter({ calls: { answer: away }, spool });
    await signed.aPhone({ dialect: 'vobizxml', authToken: TOKEN }).dial();
    const unknown = await aVobizAdapter({ tokensOf: away, spool });
    await unknown.aPhone({ dialect: 'vobizxml', authToken: TOKEN }).dial();
    expect(kept.map(({ admitted }) => admitted)).toEqual([{ verified: true }, null]);
    for (const { headers } of kept)
      expect(Object.keys(headers).filter((name) => !name.startsWith('x-vobiz-signature'))).toEqual([]);
    expect(Object.keys(kept[1]?.headers ?? {})).not.toEqual([]);
  });

  test('keeps nothing of what was refused', async () => {
    const { kept, spool } = keeps();
    const { aPhone } = await aVobizAdapter({ spool });
    await aPhone({ dialect: 'vobizxml', authToken: 'wrong' }).dial();
    await aPhone({ dialect: 'vobizxml', tenant: 'stranger' }).dial();
    expect(kept).toEqual([]);
  });
});
