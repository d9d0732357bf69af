import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { createMetrics } from '../../server/metrics.ts';

test('an operator reads how often bounds were reached, and webhooks refused, by reason', async () => {
  const figures = { open: 2, limit: 50, turnedAway: 1, lateWordsDropped: 3, webhooksSpooled: 0 };
  const { routes } = createMetrics(
    undefined,
    () => figures,
    { failures: 0, lockOuts: 0 },
    {
      refused: (reason) => (reason === 'FLOOD' ? 240 : 0),
      reached: (bound) => (bound === 'model_turns_a_day' ? 7 : 0),
    },
  );
  const server = createServer(express().use(routes)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
  for (let scrape = 1; scrape <= 2; scrape += 1) {
    const text = await (await fetch(url)).text();
    expect(text).toContain('kaivox_webhooks_refused_total{reason="FLOOD"} 240\n');
    expect(text).toContain('kaivox_webhooks_refused_total{reason="SIGNATURE"} 0\n');
    expect(text).toContain('kaivox_bounds_reached_total{bound="model_turns_a_day"} 7\n');
    expect(text).toContain('kaivox_late_words_dropped_total 3\n');
  }
});
