import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '../../../server/infra/log.ts';
import { Secret } from '../../../server/infra/secrets.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  const destination = new Writable({
    write(line, _, done) {
      lines.push(String(line));
      done();
    },
  });
  write(createLog('info', destination));
  return lines.join('');
}

test('numbers are masked, and credentials removed', () => {
  const line = logged((log) =>
    log.info({
      from: '+919876543210',
      password: 'hunter2',
      request: { authorization: 'Bearer abc', token: 'abc' },
      key: new Secret('abcdefghijklmnop'),
    }),
  );
  expect(line).toContain('+91987…210');
  for (const secret of ['43210', 'hunter2', 'abc']) expect(line).not.toContain(secret);
});

test('an error is logged without what a driver hung on it', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (words)=(I am ill)',
  });
  const line = logged((log) => log.error({ err: error }, 'It failed'));
  expect(JSON.parse(line).err).toMatchObject({ code: '23505', message: 'duplicate key' });
  expect(line).not.toContain('I am ill');
});
