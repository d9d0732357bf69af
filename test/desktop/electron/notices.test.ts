import { expect, test } from 'vitest';
import { CHANNELS } from '../../../desktop/main/channels.ts';
import { aDesktop } from './a-desktop.ts';
import { aFakeElectron } from './fake-electron.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

test('a notification leads to its page', async () => {
  const { ask, shown, windows } = await aDesktop();
  await ask(CHANNELS.notify, { title: 'Emergency', body: 'A caller needs help', path: `/calls/${ID}` });
  expect(shown[0]).toMatchObject({ title: 'Emergency', body: 'A caller needs help' });
  shown[0]?.emitter.emit('click');
  expect(windows()[0]?.webContents.sent).toEqual([[CHANNELS.navigate, `/calls/${ID}`]]);
});

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', 7])(
  'a notification doesn’t lead to %j',
  async (path) => {
    const { ask, shown } = await aDesktop();
    await expect(ask(CHANNELS.notify, { title: 'x', body: 'y', path })).rejects.toThrow();
    expect(shown).toEqual([]);
  },
);

test('a notification’s click opens the window again where it was closed', async () => {
  const { ask, shown, windows } = await aDesktop({ platform: 'darwin' });
  await ask(CHANNELS.notify, { title: 'Emergency', body: 'Pragati', path: `/calls/${ID}` });
  windows()[0]?.emit('closed');
  shown[0]?.emitter.emit('click');
  expect(windows()[1]?.url).toBe(`app://console/calls/${ID}`);
});

test('a system without notifications is asked for none', async () => {
  const { ask, shown } = await aDesktop({}, aFakeElectron({ hasNotifications: false }));
  await ask(CHANNELS.notify, { title: 'Emergency', body: 'Pragati', path: '/calls' });
  expect(shown).toEqual([]);
});
