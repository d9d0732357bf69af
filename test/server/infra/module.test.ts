import { Router } from 'express';
import { expect, test } from 'vitest';
import { mergeModules } from '../../../server/infra/module.ts';

const nothing = async () => undefined;

test('capabilities as one have the resolvers, jobs and routes of all', () => {
  const [users, sound] = [{ of: 'users' }, Router()];
  const merged = mergeModules([
    { resolvers: [users], tasks: { clear: nothing }, schedule: [{ task: 'clear', match: '17 * * * *' }] },
    { resolvers: [], routes: { '/sound': sound }, tasks: { fetch: nothing } },
  ]);
  expect(merged.resolvers).toEqual([users]);
  expect(Object.keys(merged.tasks)).toEqual(['clear', 'fetch']);
  expect(merged.schedule).toEqual([{ task: 'clear', match: '17 * * * *' }]);
  expect(merged.routes).toEqual({ '/sound': sound });
});

test.each(['resume', 'drain', 'close'] as const)(
  '%s is done by each that has to, side by side',
  async (work) => {
    const begun: string[] = [];
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const aModule = (name: string) => ({
      resolvers: [],
      [work]: () => {
        begun.push(name);
        return released;
      },
    });
    const done = mergeModules([aModule('one'), { resolvers: [] }, aModule('other')])[work]();
    expect(begun).toEqual(['one', 'other']);
    release();
    await done;
  },
);

test('two capabilities with a job of one name, or at one path, are refused', () => {
  const one = { resolvers: [], tasks: { clear: nothing }, routes: { '/sound': Router() } };
  expect(() => mergeModules([one, { resolvers: [], tasks: { clear: nothing } }])).toThrow('bring clear');
  expect(() => mergeModules([one, { resolvers: [], routes: { '/sound': Router() } }])).toThrow(
    'bring /sound',
  );
});
