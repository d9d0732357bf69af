import { expect, test } from 'vitest';
import { CHANNELS } from '../../../desktop/main/channels.ts';
import { bridgeOver } from '../../../desktop/preload/bridge.ts';

type Hear = (event: unknown, path: unknown) => void;

function aBridge() {
  const invoked: unknown[][] = [];
  const heard = new Set<Hear>();
  const bridge = bridgeOver({
    invoke: async (...words: unknown[]) => void invoked.push(words),
    on: (_: string, hear: Hear) => void heard.add(hear),
    removeListener: (_: string, hear: Hear) => void heard.delete(hear),
  } as unknown as Parameters<typeof bridgeOver>[0]);
  return { bridge, invoked, heard };
}

test('each word of the bridge is one channel', async () => {
  const { bridge, invoked } = aBridge();
  await bridge.serverUrl();
  await bridge.setServerUrl('https://a.example');
  await bridge.saveToken(null);
  expect(invoked).toEqual([
    [CHANNELS.serverUrl],
    [CHANNELS.setServerUrl, 'https://a.example'],
    [CHANNELS.saveToken, null],
  ]);
});

test('pages hear paths alone, and stop hearing when they like', () => {
  const { bridge, heard } = aBridge();
  const paths: unknown[][] = [];
  const stop = bridge.onNavigate((...words) => paths.push(words));
  for (const hear of heard) {
    hear({ sender: 'Electron itself' }, '/calls');
    hear({}, { path: '/calls' });
  }
  expect(paths).toEqual([['/calls']]);
  stop();
  expect(heard.size).toBe(0);
});
