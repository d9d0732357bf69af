import type { Router } from 'express';
import type { Jobs } from './jobs/jobs.ts';

/**
 * What a capability brings to the process: its `create-<capability>.ts` returns one, beside what other capabilities
 * need of it. Making one touches nothing: no database, no socket, no timer.
 */
export type Module = {
  /** One instance of each of its classes with @Resolver. */
  resolvers: readonly object[];
  /** Its jobs, by the name that they are enqueued under. */
  tasks?: Jobs['tasks'];
  /** When which of them run by themselves. */
  schedule?: Jobs['schedule'];
  /** What it serves the console beside GraphQL, by the path that it is mounted at. */
  routes?: Readonly<Record<`/${string}`, Router>>;
  /** Takes up, at start, what a process that was killed left open. */
  resume?(): Promise<void>;
  /** Waits, once the process takes no more requests, for what is under way. */
  drain?(): Promise<void>;
  /** Gives back its connections, once nothing is under way any more. */
  close?(): Promise<void>;
};

/**
 * All modules as one. Their `resume`, `drain` and `close` run side by side: none waits for another's.
 * @throws Error where two of them have a job of the same name, or serve the same path
 */
export function mergeModules(modules: readonly Module[]): Required<Module> {
  const all = (work: 'resume' | 'drain' | 'close') => async () => {
    await Promise.all(modules.map((module) => module[work]?.()));
  };
  return {
    resolvers: modules.flatMap(({ resolvers }) => resolvers),
    tasks: united(modules.map(({ tasks = {} }) => tasks)),
    schedule: modules.flatMap(({ schedule = [] }) => schedule),
    routes: united(modules.map(({ routes = {} }) => routes)),
    resume: all('resume'),
    drain: all('drain'),
    close: all('close'),
  };
}

function united<T>(records: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const entries = records.flatMap((record) => Object.entries(record));
  const twice = entries.find(([name], index) => entries.findIndex(([other]) => other === name) !== index);
  if (twice) throw new Error(`Two capabilities bring ${twice[0]}.`);
  return Object.fromEntries(entries);
}
