import { describe, expect, test } from 'vitest';
import { Flood } from '../../../../../server/calls/admission/flood.ts';
import { aVobizAdapter } from '../vobiz-adapter.ts';

const never = () => new Promise<never>(() => undefined);
const fails = async () => {
  throw new Error('The database is away');
};

describe('what Vobiz only reports', () => {
  test.each([
    ['recording=call', { RecordFile: 'https://media.vobiz.ai/1.mp3' }, 'recorded'],
    ['turn=1&recording=turn', { RecordingID: 'r1' }, 'recordingBegun'],
    ['turn=1&recording=ended', { RecordUrl: 'https://media.vobiz.ai/1.wav' }, 'recordingEnded'],
  ])('to %s is taken, and answered by an empty document', async (query, body, kind) => {
    const { aPhone, asked } = await aVobizAdapter();
    const phone = aPhone({ dialect: 'vobizxml' });
    const url = `https://kaivox.example/api/vobiz/pragati/input?${query}`;
    const answered = await phone.post(
      'input',
      { ...phone.fields({ event: 'redirected' }), ...body },
      { url },
    );
    expect(answered).toMatchObject({
      status: 200,
      xml: expect.stringContaining('<Response></Response>'),
    });
    expect(asked).toMatchObject([{ event: { kind } }]);
  });

  test.each([
    ['its tenant is suspended', { tenant: { status: 'SUSPENDED' } }],
    [
      'its call is one too many',
      {
        calls: {
          recorded: () => Promise.reject(new Flood('AT_ONCE')),
          recordingBegan: () => Promise.reject(new Flood('AT_ONCE')),
          recordingEnded: () => Promise.reject(new Flood('AT_ONCE')),
        },
      },
    ],
  ] as const)('controls nothing either where %s', async (_, options) => {
    for (const query of ['recording=call', 'turn=1&recording=turn', 'turn=1&recording=ended']) {
      const { aPhone, asked } = await aVobizAdapter(options);
      const phone = aPhone({ dialect: 'vobizxml' });
      const url = `https://kaivox.example/api/vobiz/pragati/input?${query}`;
      const told = { ...phone.fields({ event: 'redirected' }), RecordingID: 'r1' };
      expect(await phone.post('input', told, { url }), query).toMatchObject({
        status: 200,
        xml: expect.stringContaining('<Response></Response>'),
      });
      expect(asked).toHaveLength('tenant' in options ? 0 : 1);
    }
  });

  test('of a turn is kept as a recording of the call only where calls are recorded', async () => {
    for (const recordingNotice of [undefined, 'We record this call.']) {
      const { aPhone, asked } = await aVobizAdapter({ tenant: { recordingNotice } });
      const phone = aPhone({ dialect: 'vobizxml' });
      const url = 'https://kaivox.example/api/vobiz/pragati/input?turn=1&recording=ended';
      const body = { ...phone.fields({ event: 'redirected' }), RecordFile: 'https://media.vobiz.ai/1.wav' };
      await phone.post('input', body, { url });
      expect(asked[0]?.call.recording).toMatchObject({
        url: body.RecordFile,
        isOnlyHeard: recordingNotice === undefined,
      });
    }
  });
});

describe('a fault of ours', () => {
  test.each([
    ['waited=0', '&waited=1', fails],
    ['waited=3&most=18', '&waited=4&most=18', fails],
    ['waited=1&most=3', '&waited=2&most=3', never],
  ])(
    'while a caller is recorded (%s) is held as any wait is, and says nothing',
    async (waited, next, broken) => {
      const { aPhone } = await aVobizAdapter({ calls: { awaitSound: broken }, patienceMs: 2_100 });
      const phone = aPhone({ dialect: 'vobizxml' });
      const url = 'https://kaivox.example/api/vobiz/pragati/input?turn=7&recording=awaited';
      const { steps, ms } = await phone.post('input', phone.fields({ event: 'redirected' }), {
        url: `${url}&${waited}`,
      });
      expect(steps).toMatchObject([{ step: 'redirect', url: `${url}${next}` }]);
      expect(ms).toBeGreaterThan(1_900);
      expect(ms).toBeLessThan(2_500);
    },
  );

  test.each(['waited=17', 'waited=17&most=18', 'waited=2&most=3', 'waited=99999&most=99999'])(
    'that lasts for as long as a caller’s recording may be waited for (%s) is spoken',
    async (waited) => {
      const { aPhone } = await aVobizAdapter({ calls: { awaitSound: fails } });
      const phone = aPhone({ dialect: 'vobizxml' });
      const url = `https://kaivox.example/api/vobiz/pragati/input?turn=7&recording=awaited&${waited}`;
      const { spoken } = await phone.post('input', phone.fields({ event: 'redirected' }), { url });
      expect(spoken.join(' ')).toMatch(/sorry/i);
    },
  );
});
