import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../../desktop/main/channels.ts';
import { aDesktop } from './a-desktop.ts';
import { FakeContents } from './fake-electron.ts';

describe('what pages may not do', () => {
  test.each([
    ['will-navigate', 'https://evil.example/'],
    ['will-navigate', 'app://console.evil.example/'],
    ['will-redirect', 'file:///etc/passwd'],
  ])('%s to %s', async (event, url) => {
    const fake = await aDesktop();
    const contents = new FakeContents();
    fake.app.emit('web-contents-created', {}, contents);
    let isPrevented = false;
    contents.emit(event, { preventDefault: () => (isPrevented = true) }, url);
    expect(isPrevented).toBe(true);
  });

  test('navigate a frame of theirs elsewhere', async () => {
    const fake = await aDesktop();
    const contents = new FakeContents();
    fake.app.emit('web-contents-created', {}, contents);
    const prevented: string[] = [];
    for (const url of ['https://evil.example/', 'data:text/html,x', 'app://console/calls'])
      contents.emit('will-frame-navigate', { url, preventDefault: () => prevented.push(url) });
    expect(prevented).toEqual(['https://evil.example/', 'data:text/html,x']);
  });

  test('open windows, or attach webviews', async () => {
    const fake = await aDesktop();
    const contents = new FakeContents();
    fake.app.emit('web-contents-created', {}, contents);
    for (const url of [
      'https://docs.vobiz.ai/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'app://console/',
    ])
      expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
    let isPrevented = false;
    contents.emit('will-attach-webview', { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(true);
  });

  test.each([
    ['app://console/persona', 'media', ['audio'], true],
    ['app://console/persona', 'media', ['audio', 'video'], false],
    ['app://console/persona', 'media', [], false],
    ['app://console/calls', 'clipboard-sanitized-write', [], true],
    ['app://console/persona', 'clipboard-read', [], false],
    ['app://console/persona', 'notifications', [], false],
    ['app://console/persona', 'geolocation', [], false],
    ['app://console/persona', 'openExternal', [], false],
    ['https://evil.example/', 'media', ['audio'], false],
    ['app://console.evil.example/', 'media', ['audio'], false],
  ])('%s and %s for %j: %s', async (requestingUrl, permission, mediaTypes, isGranted) => {
    const { state } = await aDesktop();
    const granted: boolean[] = [];
    const ask = (isMainFrame: boolean) =>
      state.permission({}, permission, (answer) => granted.push(answer), {
        ...{ isMainFrame, requestingUrl, mediaTypes },
      });
    ask(true);
    ask(false);
    expect(granted).toEqual([isGranted, false]);
    const origin = new URL(requestingUrl);
    const check = { ...(mediaTypes[0] && { mediaType: mediaTypes.at(-1) ?? '' }) };
    expect(state.check({}, permission, `${origin.protocol}//${origin.host}/`, check)).toBe(isGranted);
  });

  test('reach devices', async () => {
    expect((await aDesktop()).state.device()).toBe(false);
  });

  test.each([
    ['blob:app://console/5b2f', false],
    ['blob:https://evil.example/5b2f', true],
    ['https://kaivox.example.com/export', true],
    ['data:application/zip;base64,AA', true],
  ])('download from %s is prevented: %s', async (url, isStopped) => {
    const { downloads } = await aDesktop();
    let isPrevented = false;
    downloads.emit('will-download', { preventDefault: () => (isPrevented = true) }, { getURL: () => url });
    expect(isPrevented).toBe(isStopped);
  });

  test('speak with the shell from another page', async () => {
    const { ask } = await aDesktop();
    await expect(ask(CHANNELS.loadToken, undefined, 'https://evil.example/')).rejects.toThrow(/may not/);
    await expect(ask(CHANNELS.loadToken, undefined, 'app://console.evil/')).rejects.toThrow(/may not/);
  });
});
