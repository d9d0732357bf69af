import { describe, expect, test } from 'vitest';
import { aCallTo, response, scriptedServer } from '../../phone/scripted-server.ts';
import type { TelephoneOptions } from '../../phone/telephone.ts';
import { TRANSFER_STATUSES } from '../../phone/webhook-fields.ts';

const EMPTY = '<Response></Response>';
const TWO = '<Number>+919876500001</Number><User>sip:front@pbx.example</User>';

/** A call that is put through, after words unless told otherwise. */
async function aTransfer(
  attributes = '',
  { before = '<Speak>One moment.</Speak>', options = {} as Partial<TelephoneOptions> } = {},
) {
  const server = await scriptedServer(({ url, fields }, address) => {
    const at = (name: string) => `${address}/api/vobiz/pragati/input?${name}=1`;
    if (url.includes('/hangup')) return { body: '' };
    if (url.includes('report=')) return EMPTY;
    if (url.includes('ended=')) return response(`<Speak>It was ${fields.DialStatus}.</Speak><Hangup/>`);
    return response(
      `${before}<Dial ${attributes.replace('ACTION', at('ended')).replace('REPORT', at('report'))}>${TWO}</Dial>
      <Speak>Let us go on.</Speak><Hangup/>`,
    );
  });
  const phone = aCallTo(server, { dialect: 'vobizxml', reportsHangup: false, ...options });
  const events = () => server.received.slice(1).map(({ fields }) => fields.Event ?? fields.DialStatus);
  return { server, phone, events, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const ALL = 'action="ACTION" callbackUrl="REPORT" callerId="+917971543252" timeout="20"';

describe('a transfer', () => {
  test('rings at several, is answered, talks, and comes back', async () => {
    await using transfer = await aTransfer(ALL);
    const { phone, events, server } = transfer;
    expect(await phone.dial()).toMatchObject({ spoken: 'One moment.', state: 'listening' });
    expect(phone.exchanges[0]?.steps[1]).toMatchObject({
      destinations: ['+919876500001', 'sip:front@pbx.example'],
    });
    await phone.answerTransfer();
    expect(events()).toEqual(['DialAnswer', 'DialConnected']);
    expect(await phone.endTransfer('completed')).toMatchObject({
      spoken: 'It was completed.',
      state: 'over',
    });
    expect(events()).toEqual(['DialAnswer', 'DialConnected', 'DialHangup', 'completed']);
    const legs = server.received.slice(1).map(({ fields }) => [fields.DialALegUUID, fields.DialBLegUUID]);
    expect(new Set(legs.map(String)).size).toBe(1);
    expect(legs[0]).toEqual(['call-1', expect.stringMatching(/./)]);
    expect(phone.problems).toEqual([]);
  });

  test.each(TRANSFER_STATUSES)(
    'that is %s is told of so, when a test says it and when an option does',
    async (status) => {
      await using asked = await aTransfer(ALL);
      await asked.phone.dial();
      expect((await asked.phone.endTransfer(status)).spoken).toBe(`It was ${status}.`);

      await using told = await aTransfer(ALL, { options: { dial: status } });
      expect((await told.phone.dial()).spoken).toBe(`One moment. It was ${status}.`);
      expect(told.events()).toEqual(asked.events());
      expect(told.events().includes('DialAnswer')).toBe(status === 'completed');
    },
  );

  test.each([
    ['no action', 'callbackUrl="REPORT"'],
    ['an action that controls nothing', 'action="REPORT" redirect="false"'],
  ])('with %s goes on with the next element', async (_, attributes) => {
    await using transfer = await aTransfer(attributes, { options: { dial: 'busy' } });
    expect((await transfer.phone.dial()).spoken).toBe('One moment. Let us go on.');
    expect(transfer.phone.problems).toEqual([]);
  });

  test.each([
    [
      'the call still rings',
      ALL,
      { before: '' },
      'Dial comes while the call still rings: Speak, Play or Wait has to stand before it.',
    ],
    [
      'it shows a strange number',
      ALL.replace('7971543252', '9000000000'),
      {},
      'Dial\'s callerId="+919000000000" is no number of the account.',
    ],
  ])('fails where %s', async (_, attributes, how, problem) => {
    await using transfer = await aTransfer(attributes, { ...how, options: { dial: 'completed' } });
    expect((await transfer.phone.dial()).spoken).toMatch(/It was failed\.$/);
    expect(transfer.events()).toEqual(['failed']);
    expect(transfer.phone.problems).toEqual([`answer: ${problem}`]);
  });

  test('may show another number of the account', async () => {
    const ourNumbers = ['+919000000000'];
    await using transfer = await aTransfer(ALL.replace('7971543252', '9000000000'), {
      options: { dial: 'completed', ourNumbers },
    });
    await transfer.phone.dial();
    expect(transfer.phone.problems).toEqual([]);
  });

  test.each([
    ['while it rings', false, ['cancel', 'Hangup']],
    ['while they talk', true, ['DialAnswer', 'DialConnected', 'DialHangup', 'completed', 'Hangup']],
  ])('that the caller leaves %s is told of, and then the hangup', async (_, isAnswered, told) => {
    await using transfer = await aTransfer(ALL);
    await transfer.phone.dial();
    if (isAnswered) await transfer.phone.answerTransfer();
    expect(await transfer.phone.hangUp()).toMatchObject({ state: 'over' });
    expect(transfer.events()).toEqual(told);
  });
});

describe('a call', () => {
  test('that is turned away is neither answered nor billed', async () => {
    await using server = await scriptedServer(() => response('<Hangup reason="busy"/>'));
    await aCallTo(server, { dialect: 'vobizxml' }).dial();
    expect(server.received[1]?.fields).toMatchObject({
      Event: 'Hangup',
      BillDuration: '0',
      Duration: '0',
      HangupCause: 'USER_BUSY',
      HangupSource: 'Vobiz',
    });
  });

  test('that hears something first is answered, whatever the reason', async () => {
    await using server = await scriptedServer(() => response('<Speak>Sorry.</Speak><Hangup reason="busy"/>'));
    await aCallTo(server, { dialect: 'vobizxml' }).dial();
    expect(server.received[1]?.fields).toMatchObject({ HangupCause: 'NORMAL_CLEARING', BillDuration: '1' });
  });

  test('drops where its document is refused', async () => {
    await using server = await scriptedServer(({ url }, address) =>
      url.includes('/hangup')
        ? { body: '' }
        : response(
            `<Gather action="${address}/api/vobiz/pragati/input" language="hi-IN"><Speak>जी?</Speak></Gather>`,
          ),
    );
    const phone = aCallTo(server, { dialect: 'vobizxml' });
    expect(await phone.dial()).toMatchObject({ spoken: '', state: 'over', exchanges: [{ spoken: [] }, {}] });
    expect(server.received[1]?.fields).toMatchObject({ HangupCause: 'NORMAL_TEMPORARY_FAILURE' });
  });

  test('waits in a conference, and goes on when it leaves that', async () => {
    await using server = await scriptedServer(() =>
      response('<Conference>room</Conference><Speak>Back.</Speak>'),
    );
    const phone = aCallTo(server, { dialect: 'vobizxml', reportsHangup: false });
    await phone.dial();
    expect(phone.waitsAt).toBe('conference');
    expect(await phone.leaveConference()).toMatchObject({ spoken: 'Back.', state: 'over' });
  });

  test('is sent elsewhere by the REST API in the middle of anything', async () => {
    await using server = await scriptedServer(({ fields }, address) =>
      fields.Event === 'Transfer'
        ? response('<Speak>A person now.</Speak><Hangup/>')
        : response(`<Gather action="${address}/api/vobiz/pragati/input"/>`),
    );
    const phone = aCallTo(server, { dialect: 'vobizxml', reportsHangup: false });
    await phone.dial();
    const elsewhere = `${server.url}/api/vobiz/pragati/input?to=person`;
    expect(await phone.sendElsewhere(elsewhere)).toMatchObject({ spoken: 'A person now.', state: 'over' });
  });

  test('goes on past a hangup that is scheduled', async () => {
    await using server = await scriptedServer((_, address) =>
      response(`<Hangup schedule="60"/><Gather action="${address}/api/vobiz/pragati/input"/>`),
    );
    const phone = aCallTo(server, { dialect: 'vobizxml' });
    expect(await phone.dial()).toMatchObject({ state: 'listening' });
  });

  test('comes to the next element where a stream can’t be opened', async () => {
    await using server = await scriptedServer(() =>
      response(
        '<Stream bidirectional="true" keepCallAlive="true">ws://127.0.0.1:1/s</Stream><Speak>Hello.</Speak>',
      ),
    );
    for (const options of [{}, { stream: { paceMs: 1 } }]) {
      const phone = aCallTo(server, { dialect: 'vobizxml', reportsHangup: false, ...options });
      expect(await phone.dial()).toMatchObject({ spoken: 'Hello.', state: 'over' });
    }
  });
});
