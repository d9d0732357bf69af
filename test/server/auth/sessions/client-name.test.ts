import { expect, test } from 'vitest';
import { clientName } from '../../../../server/auth/sessions/client-name.ts';

const KHTML = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox', 'Windows'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${KHTML} Chrome/139.0.0.0 Safari/537.36`, 'Chrome', 'Linux'],
  [`Mozilla/5.0 (Linux; Android 10; K) ${KHTML} Chrome/139.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/139.0 Mobile/15E148 Safari/604.1',
    'Chrome',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15',
    'Safari',
    'macOS',
  ],
  [`Mozilla/5.0 (Windows NT 10.0) ${KHTML} Chrome/139.0.0.0 Safari/537.36 Edg/139.0`, 'Edge', 'Windows'],
  [
    `Mozilla/5.0 (X11; Linux x86_64) ${KHTML} kaivox/1.0.0 Chrome/138.0 Electron/37.2.0 Safari/537.36`,
    'KaiVox',
    'Linux',
  ],
  ['curl/8.5.0', null, null],
  [null, null, null],
])('a client that calls itself %s is %s on %s', (userAgent, app, system) => {
  expect(clientName(userAgent)).toEqual({ app, system });
});
