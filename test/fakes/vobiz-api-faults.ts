import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Operation } from './vobiz-api-route.ts';

/** What goes wrong with a request. `work`: whether Vobiz has done it all the same, before it went wrong. */
export type Fault =
  /** The connection breaks without an answer. */
  | { cut: true; work: boolean }
  /** An error that isn't the operation's own. */
  | { status: number; work?: boolean; retryAfter?: string; message?: string }
  /** 200, and something that is no answer. */
  | { garbage: true; work: boolean; body?: string }
  /** Takes the request and never answers. */
  | { silent: true; work: boolean }
  /** Never answers, and does the work that long after the client has gone. */
  | { worksAfterClientLeftMs: number }
  /** Answers as it should, but late. */
  | { answersAfterMs: number };

type Planned = { operation: Operation; fault: Fault; left: number };

/** The faults that a test has planned, taken in the order in which they were. */
export class FaultPlan {
  #planned: Planned[] = [];

  add(operation: Operation, fault: Fault, times: number): void {
    this.#planned.push({ operation, fault, left: times });
  }

  clear(): void {
    this.#planned = [];
  }

  take(operation: Operation): Fault | undefined {
    const next = this.#planned.find((planned) => planned.operation === operation && planned.left > 0);
    if (next) next.left -= 1;
    return next?.fault;
  }
}

/** Answers as the fault says. @param work carries the operation out; @returns when nothing more comes of it */
export async function misbehave(
  fault: Fault,
  response: ServerResponse,
  work: () => void,
  answer: () => void,
): Promise<void> {
  if ('worksAfterClientLeftMs' in fault) {
    await left(response);
    await pause(fault.worksAfterClientLeftMs);
    return work();
  }
  if ('answersAfterMs' in fault) {
    await pause(fault.answersAfterMs);
    return answer();
  }
  if (fault.work) work();
  if ('cut' in fault) response.socket?.destroy();
  else if ('status' in fault) writeError(response, fault);
  else if ('garbage' in fault) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(fault.body ?? '<html>It works!</html>');
  }
}

function writeError(
  response: ServerResponse,
  { status, retryAfter, message }: Extract<Fault, { status: number }>,
): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: message ?? `Told to fail with ${status}` }));
}

const left = (response: ServerResponse) =>
  response.closed ? Promise.resolve() : new Promise<void>((resolve) => response.once('close', resolve));
