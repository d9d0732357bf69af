import { reachOf, type Viewer } from '../../auth/access.ts';
import { AppError, notFound } from '../../infra/app-error.ts';
import type { Tx } from '../../infra/database.ts';
import { isUuid } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { typedText } from '../../infra/typed-text.ts';
import { lockNumber, type PhoneNumberRow } from './phone-number.store.ts';

const LONGEST_LABEL = 100;

/** The number, if the viewer may change it; locked until the transaction ends. @throws AppError NOT_FOUND */
export async function reachable(tx: Tx, id: string, viewer: Viewer): Promise<PhoneNumberRow> {
  const number = isUuid(id) ? await lockNumber(tx, id) : undefined;
  const reach = reachOf(viewer);
  if (!number || (reach !== undefined && number.tenantId !== reach)) throw notFound('phone number');
  return number;
}

/** A number that is surely there; locked until the transaction ends. @throws AppError NOT_FOUND */
export async function theNumber(tx: Tx, id: string): Promise<PhoneNumberRow> {
  const number = await lockNumber(tx, id);
  if (!number) throw notFound('phone number');
  return number;
}

/** @param e164 the number itself @throws AppError BAD_USER_INPUT */
export function readForwardedFrom(given: E164 | null | undefined, e164: E164): E164 | null | undefined {
  if (given !== e164) return given;
  throw new AppError('BAD_USER_INPUT', 'Calls can’t be forwarded from a number to itself.', {
    field: 'forwardedFrom',
  });
}

/** @returns null for a label that is taken away @throws AppError BAD_USER_INPUT */
export function readLabel(typed: string | null | undefined): string | null | undefined {
  if (typed === undefined || typed === null) return typed;
  const label = typedText('label', typed, {
    what: 'A label',
    most: LONGEST_LABEL,
    isOneLine: true,
    mayBeEmpty: true,
  });
  return label === '' ? null : label;
}
