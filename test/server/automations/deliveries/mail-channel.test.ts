import { beforeEach, describe, expect, test } from 'vitest';
import type { Delivery } from '../../../../server/automations/deliveries/delivery.ts';
import {
  defaultSender,
  MailChannel,
  noMail,
} from '../../../../server/automations/deliveries/mail-channel.ts';
import { createLog } from '../../../../server/infra/log.ts';
import type { MailFault } from '../../../fakes/mail.ts';
import { FakeSmtp } from '../../../fakes/smtp.ts';
import { aHouse } from '../a-house.ts';

const house = await aHouse();
const { create, analysed, work, deliveries, sql, smtp } = house;
const email = {
  email: {
    to: 'desk@lotus.example',
    subject: 'Call of {{customer.name}}',
    body: 'It was {{analysis.sentiment}}.',
  },
};

beforeEach(async () => {
  await sql('delete from automations');
  smtp.clear();
});

async function aMail(): Promise<string> {
  const { id } = await create({ actions: [email] });
  await analysed();
  return id;
}

test('a mail says what the rule has it say', async () => {
  const id = await aMail();
  await work();
  const [delivery] = await deliveries(id);
  expect(delivery).toMatchObject({ status: 'DELIVERED', attempts: 1, target: 'desk@lotus.example' });
  expect(smtp.mails).toEqual([
    {
      from: 'desk@lotus.example',
      to: ['desk@lotus.example'],
      headers: expect.objectContaining({
        from: 'Lotus <desk@lotus.example>',
        to: 'desk@lotus.example',
        subject: 'Call of Meera',
        'message-id': `<${delivery?.id}@lotus.example>`,
        'auto-submitted': 'auto-generated',
      }),
      body: 'It was NEUTRAL.',
    },
  ]);
});

test('no name makes a header of its own', async () => {
  await create({ actions: [email] });
  await analysed({ customer: { name: 'Eve\r\nBcc: all@lotus.example\r\n\r\nHello' } });
  await work();
  expect(smtp.mails).toHaveLength(1);
  expect(smtp.mails[0]?.headers).not.toHaveProperty('bcc');
  expect(smtp.mails[0]?.headers.subject).toBe('Call of Eve Bcc: all@lotus.example Hello');
  expect(smtp.mails[0]?.to).toEqual(['desk@lotus.example']);
});

describe('a mail server that fails first', () => {
  test.each<[string, MailFault, string]>([
    ['greets with 421', { at: 'greeting', reply: '421 too busy' }, '421 too busy'],
    ['can’t take the recipient now', { at: 'recipient', reply: '450 mailbox locked' }, '450 mailbox locked'],
    ['can’t take the message now', { at: 'message', reply: '451 no disk' }, '451 no disk'],
  ])('%s', async (_, fault, said) => {
    const id = await aMail();
    smtp.fail(fault);
    await work();
    expect(await deliveries(id)).toMatchObject([
      { status: 'PENDING', attempts: 1, problem: expect.stringContaining(said) },
    ]);
    house.pass(1_100);
    await work();
    expect(await deliveries(id)).toMatchObject([{ status: 'DELIVERED', attempts: 2, problem: null }]);
    expect(smtp.mails).toHaveLength(1);
  });

  test('takes the message and breaks off: what comes again can be told by its id', async () => {
    const id = await aMail();
    smtp.fail({ at: 'message', cut: true });
    await work();
    expect(await deliveries(id)).toMatchObject([
      { status: 'PENDING', problem: expect.stringContaining('mail server') },
    ]);
    house.pass(1_100);
    await work();
    expect(await deliveries(id)).toMatchObject([{ status: 'DELIVERED', attempts: 2 }]);
    expect(new Set(smtp.mails.map(({ headers }) => headers['message-id'])).size).toBe(1);
  });

  test('refuses the recipient for good: it isn’t asked again', async () => {
    const id = await aMail();
    smtp.fail({ at: 'recipient', reply: '550 no such user' });
    await work();
    expect(await deliveries(id)).toMatchObject([
      { status: 'FAILED', attempts: 1, problem: expect.stringContaining('550 no such user') },
    ]);
  });

  test('isn’t there', async () => {
    const gone = await FakeSmtp.start();
    const { url } = gone;
    await gone.stop();
    const channel = new MailChannel({ smtpUrl: url, from: 'desk@lotus.example' }, createLog('silent'));
    expect(await channel.carry(aMessage)).toEqual({
      kind: 'failed',
      status: null,
      problem: 'The mail server can’t be used at the moment.',
    });
  });
});

test('without a mail server, mails are skipped and the reason is told', async () => {
  const without = await aHouse({ hasMail: false });
  const { id } = await without.create({ actions: [email] });
  await without.analysed();
  await without.work();
  expect(await without.runs(id)).toMatchObject([
    { outcome: 'RAN', actions: [{ kind: 'EMAIL', outcome: 'SKIPPED', reason: noMail.unavailable }] },
  ]);
  expect(await without.deliveries(id)).toEqual([]);
  expect(noMail.unavailable).toContain('SMTP_URL');
});

test.each([
  ['smtp://mail.example', 'https://kaivox.example', 'KaiVox <no-reply@kaivox.example>'],
  ['smtps://desk%40lotus.example:pass@mail.example', 'https://kaivox.example', 'KaiVox <desk@lotus.example>'],
  ['smtp://apikey:pass@mail.example', 'http://127.0.0.1:4000', 'KaiVox <no-reply@localhost>'],
  ['smtp://100%:pass@mail.example', 'http://[::1]:4000', 'KaiVox <no-reply@localhost>'],
])('by %s mails come from somebody', (smtpUrl, publicUrl, sender) => {
  expect(defaultSender(smtpUrl, publicUrl)).toBe(sender);
});

const aMessage: Delivery = {
  id: 'id',
  kind: 'EMAIL',
  target: 'a@lotus.example',
  subject: 'Hello',
  body: 'Hello.',
};
