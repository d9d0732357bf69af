import { describe, expect, test } from 'vitest';
import { aCallTo, echo, gathering, response, scriptedServer } from '../../phone/scripted-server.ts';
import { NotWaiting } from '../../phone/telephone.ts';

describe('a document', () => {
  test('that redirects is followed at once, and all of it is heard', async () => {
    await using server = await scriptedServer(({ url }, address) => {
      if (url.endsWith('/answer'))
        return response(
          `<Say>One moment.</Say><Redirect>${address}/api/vobiz/pragati/input?part=1</Redirect>`,
        );
      if (url.endsWith('?part=1'))
        return response(
          `<Say>Yes.</Say><Redirect>${address}/api/vobiz/pragati/input?part=2</Redirect><Hangup/>`,
        );
      return gathering(address, 'We are open.');
    });

    const { spoken, exchanges, state, slowestDocumentMs } = await aCallTo(server).dial();

    expect(spoken).toBe('One moment. Yes. We are open.');
    expect(exchanges.map(({ webhook }) => webhook)).toEqual(['answer', 'input', 'input']);
    expect(state).toBe('listening');
    expect(slowestDocumentMs).toBe(Math.max(...exchanges.map(({ ms }) => ms)));
  });

  test('that redirects tells so in VobizXML', async () => {
    await using server = await scriptedServer(({ url }, address) =>
      response(
        url.endsWith('/answer') ? `<Redirect>${address}/api/vobiz/pragati/input</Redirect>` : '<Hangup/>',
      ),
    );

    await aCallTo(server, { dialect: 'vobizxml' }).dial();

    expect(server.received[1]?.fields).toMatchObject({ Event: 'Redirect', CallUUID: 'call-1' });
  });

  test('that redirects without an end is given up', async () => {
    await using server = await scriptedServer((_, address) =>
      response(`<Redirect>${address}/api/vobiz/pragati/input</Redirect>`),
    );

    const { exchanges, state } = await aCallTo(server, { reportsHangup: false }).dial();

    expect(exchanges).toHaveLength(31);
    expect(exchanges.at(-1)?.problems).toEqual(['More than 30 redirects in a row.']);
    expect(state).toBe('over');
  });

  test('runs on after silence where the carrier does not post it', async () => {
    await using server = await scriptedServer(echo);
    const phone = aCallTo(server);
    await phone.dial();

    expect(await phone.staySilent({ runsOn: true })).toMatchObject({
      spoken: 'Nobody there. Goodbye.',
      state: 'over',
    });
    expect(server.received.map(({ url }) => url)).toEqual([
      '/api/vobiz/pragati/answer',
      '/api/vobiz/pragati/hangup',
    ]);
  });

  test.each([
    ['hangs up', '<Say>Goodbye.</Say><Hangup/>'],
    ['comes to its end', '<Say>Goodbye.</Say>'],
  ])('that %s ends the call, and the hangup is reported', async (_, elements) => {
    await using server = await scriptedServer(() => response(elements));
    const phone = aCallTo(server, { dialect: 'guide' });

    expect(await phone.dial()).toMatchObject({
      spoken: 'Goodbye.',
      state: 'over',
      exchanges: [{ webhook: 'answer' }, { webhook: 'hangup' }],
    });
    await expect(phone.say('Wait!')).rejects.toThrow(new NotWaiting('gather', 'over'));
  });
});
