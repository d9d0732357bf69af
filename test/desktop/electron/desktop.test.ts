import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../../desktop/main/channels.ts';
import { aDesktop } from './a-desktop.ts';
import { aFakeElectron } from './fake-electron.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

test('the window is isolated, sandboxed and without Node', async () => {
  const { windows, state } = await aDesktop();
  const [window] = windows();
  expect(state.isSandboxed).toBe(true);
  expect(window?.options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(window?.url).toBe('app://console/');
});

test('a second start hands over to the first, with its link', async () => {
  const second = await aDesktop({}, aFakeElectron({ isFirst: false }));
  expect(second.state.quits).toBe(1);
  expect(second.windows()).toEqual([]);

  const first = await aDesktop();
  first.app.emit('second-instance', {}, ['kaivox', `kaivox://call/${ID}`]);
  const [window] = first.windows();
  expect(window?.focused).toBe(1);
  expect(window?.webContents.sent).toEqual([[CHANNELS.navigate, `/calls/${ID}`]]);
});

test('a link that started us is where the window opens; a strange one is not', async () => {
  expect((await aDesktop({ argv: [`kaivox://call/${ID}`] })).windows()[0]?.url).toBe(
    `app://console/calls/${ID}`,
  );
  expect((await aDesktop({ argv: ['kaivox://call/../../etc'] })).windows()[0]?.url).toBe('app://console/');
});

describe('what the shell keeps', () => {
  test('the server that was chosen, as an origin', async () => {
    const { ask } = await aDesktop();
    expect(await ask(CHANNELS.serverUrl)).toBeNull();
    await ask(CHANNELS.setServerUrl, ' https://kaivox.example.com/some/path ');
    expect(await ask(CHANNELS.serverUrl)).toBe('https://kaivox.example.com');
    for (const wrong of ['kaivox.example.com', 'file:///etc', '', 7]) {
      await expect(ask(CHANNELS.setServerUrl, wrong)).rejects.toThrow();
    }
  });

  test('the token, encrypted, and not for another server', async () => {
    const { ask, userData } = await aDesktop();
    await ask(CHANNELS.setServerUrl, 'https://one.example');
    await ask(CHANNELS.saveToken, 'very-secret-token');
    expect(await ask(CHANNELS.loadToken)).toBe('very-secret-token');
    expect(readFileSync(join(userData, 'settings.json'), 'utf8')).not.toContain('very-secret-token');
    await ask(CHANNELS.setServerUrl, 'https://two.example');
    expect(await ask(CHANNELS.loadToken)).toBeNull();
  });

  test.each([{ canEncrypt: false }, { keyring: 'basic_text' }])(
    'the token for this run alone with %j',
    async (system) => {
      const { ask, userData } = await aDesktop({}, aFakeElectron(system));
      await ask(CHANNELS.saveToken, 'token');
      expect(await ask(CHANNELS.loadToken)).toBe('token');
      expect(readFileSync(join(userData, 'settings.json'), 'utf8')).not.toContain('token');
    },
  );

  test.each([
    [[{ x: 0, y: 0, width: 1920, height: 1080 }], { x: 10, y: 20, width: 900, height: 700 }],
    [[{ x: 1920, y: 0, width: 1920, height: 1080 }], { width: 900, height: 700 }],
    [[], { width: 900, height: 700 }],
  ])('no place on a screen that is gone: %j', async (displays, bounds) => {
    const fake = aFakeElectron({ displays });
    const place = { x: 10, y: 20, width: 900, height: 700, isMaximized: false };
    writeFileSync(join(fake.userData, 'settings.json'), JSON.stringify({ window: place }));
    const [window] = (await aDesktop({}, fake)).windows();
    const { x, y, width, height } = window?.options ?? {};
    expect(JSON.parse(JSON.stringify({ x, y, width, height }))).toEqual(bounds);
  });

  test('nothing that another program wrote into the file', async () => {
    const fake = aFakeElectron();
    const nonsense = { serverUrl: 'file:///etc', token: 7, window: { width: 'wide', isMaximized: true } };
    writeFileSync(join(fake.userData, 'settings.json'), JSON.stringify(nonsense));
    const { ask, windows } = await aDesktop({}, fake);
    expect(await ask(CHANNELS.serverUrl)).toBeNull();
    expect(await ask(CHANNELS.loadToken)).toBeNull();
    expect(windows()[0]?.options).toMatchObject({ width: 1280, height: 860 });
  });

  test('where the window was', async () => {
    const fake = await aDesktop();
    fake.windows()[0]?.emit('close');
    fake.windows()[0]?.emit('closed');
    fake.app.emit('activate');
    expect(fake.windows()[1]?.options).toMatchObject({ x: 10, y: 20, width: 900, height: 700 });
  });

  test('no damaged settings: a file that can’t be read is as good as none', async () => {
    const fake = aFakeElectron();
    writeFileSync(join(fake.userData, 'settings.json'), '{ half a fi');
    const { ask } = await aDesktop({}, fake);
    expect(await ask(CHANNELS.serverUrl)).toBeNull();
  });
});

test('pages are served from the bundle alone, with a policy and a fresh nonce each time', async () => {
  const { state, ask } = await aDesktop();
  await ask(CHANNELS.setServerUrl, 'https://kaivox.example.com');
  const get = (url: string) => state.pages(new Request(url));
  const [first, second] = [await get('app://console/calls/1'), await get('app://console/')];
  const policy = first.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("connect-src 'self' https://kaivox.example.com wss://kaivox.example.com");
  expect(policy).not.toMatch(/unsafe/);
  const page = await first.text();
  expect(page).toMatch(/nonce="[A-Za-z0-9+/]{22}=="/);
  expect(page).not.toBe(await second.text());
  expect(await (await get('app://console/icon.svg')).text()).toBe('<svg/>');
  expect((await get('app://console/..%2f..%2fetc%2fpasswd.txt')).status).toBe(404);
  expect((await get('app://elsewhere/index.html')).status).toBe(404);
  expect((await get('app://console/assets/gone.js')).status).toBe(404);
  expect((await get('app://console/%E0%A4%A.js')).status).toBe(404);
});

test('a link that macOS brings before there can be a window is where the first one opens', async () => {
  const fake = aFakeElectron();
  const starting = aDesktop({ platform: 'darwin' }, fake);
  fake.app.emit('open-url', { preventDefault: () => undefined }, `kaivox://call/${ID}`);
  expect(fake.windows()).toEqual([]);
  await starting;
  expect(fake.windows().map(({ url }) => url)).toEqual([`app://console/calls/${ID}`]);
});

test.each([
  [true, ['kaivox']],
  [false, []],
])('links are ours where the app is installed: %s', async (isPackaged, schemes) => {
  expect((await aDesktop({}, aFakeElectron({ isPackaged }))).state.schemes).toEqual(schemes);
});

test.each([
  [undefined, 'darwin', []],
  ['http://updates.example', 'darwin', []],
  ['https://updates.example', 'darwin', ['https://updates.example']],
  ['https://updates.example', 'win32', ['https://updates.example']],
  ['https://updates.example', 'linux', []],
] as const)('updates from %s on %s', async (updateFeed, platform, feeds) => {
  const fake = await aDesktop({ updateFeed, platform });
  expect(fake.state.feeds).toEqual(feeds);
  fake.app.emit('will-quit');
});

test('the last window closed ends the app, but for macOS', async () => {
  const [linux, mac] = [await aDesktop(), await aDesktop({ platform: 'darwin' })];
  for (const { app } of [linux, mac]) app.emit('window-all-closed');
  expect([linux.state.quits, mac.state.quits]).toEqual([1, 0]);
});

test('changing the server forgets the session and asks anew', async () => {
  const { ask, state, windows } = await aDesktop();
  await ask(CHANNELS.setServerUrl, 'https://one.example');
  await ask(CHANNELS.saveToken, 'token');
  const file = state.menu.find(({ label }) => label === 'File')?.submenu;
  const change = Array.isArray(file) ? file.find(({ label }) => label === 'Change server …') : undefined;
  (change?.click as (() => void) | undefined)?.();
  expect(await ask(CHANNELS.serverUrl)).toBeNull();
  expect(await ask(CHANNELS.loadToken)).toBeNull();
  expect(windows()[0]?.webContents.reloads).toBe(1);
});
