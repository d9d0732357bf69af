import { z } from 'zod';
import { badInput } from '../../infra/app-error.ts';
import { isUserId, type UserId } from '../../infra/ids.ts';
import { Secret } from '../../infra/secrets.ts';
import { readCredential } from '../../settings/credential-input.ts';
import type { ActionSpec } from '../automation.ts';
import { readTemplate, readUrlTemplate } from '../templates/template-input.ts';
import { readTag } from './conditions-input.ts';

type Typed<T> = T | null | undefined;

/** As it was typed; exactly one of the things to do is set. */
export type ActionInput = {
  /** Of the action that this one takes the place of, whose secret it keeps unless another is given. */
  id?: Typed<string>;
  webhook?: Typed<{ url: string; secret?: Typed<string> }>;
  email?: Typed<{ to: string; subject: string; body: string }>;
  followUp?: Typed<{ title: string; dueInHours: number; assigneeId?: Typed<string> }>;
  tagCustomer?: Typed<string>;
  sms?: Typed<{ to?: Typed<string>; text: string }>;
};

/** What is to be stored. `secret` undefined keeps what is there, null clears it. */
export type NewAction = { id: string | undefined; spec: ActionSpec; secret: Secret | null | undefined };

const MOST_ACTIONS = 10;
const MOST_RECIPIENTS = 5;
const LONGEST_DUE_HOURS = 366 * 24;

/** @throws AppError BAD_USER_INPUT naming the input, as `actions.0.email.subject` */
export function readActions(typed: readonly ActionInput[]): NewAction[] {
  if (typed.length === 0) throw badInput('actions', 'An automation does at least one thing.');
  if (typed.length > MOST_ACTIONS)
    throw badInput('actions', `An automation does at most ${MOST_ACTIONS} things.`);
  return typed.map((action, index) => readAction(action, `actions.${index}`));
}

function readAction({ id, ...input }: ActionInput, at: string): NewAction {
  const given = Object.values(input).filter((value) => value !== null && value !== undefined);
  if (given.length !== 1) {
    throw badInput(at, 'An action is exactly one of webhook, email, followUp, tagCustomer and sms.');
  }
  return { id: id ?? undefined, secret: readSecret(input, at), spec: readSpec(input, at) };
}

function readSecret({ webhook }: ActionInput, at: string): Secret | null | undefined {
  const secret = readCredential(`${at}.webhook.secret`, 'The secret', webhook?.secret);
  return typeof secret === 'string' ? new Secret(secret) : secret;
}

function readSpec({ webhook, email, followUp, tagCustomer, sms }: ActionInput, at: string): ActionSpec {
  if (webhook) return { kind: 'WEBHOOK', url: readUrlTemplate(`${at}.webhook.url`, webhook.url) };
  if (email) {
    const subject = { what: 'The subject', most: 200, isOneLine: true };
    return {
      kind: 'EMAIL',
      to: readRecipients(`${at}.email.to`, email.to),
      subject: readTemplate(`${at}.email.subject`, email.subject, subject),
      body: readTemplate(`${at}.email.body`, email.body, { what: 'The mail', most: 10_000 }),
    };
  }
  if (followUp) {
    const title = { what: 'The title', most: 200, isOneLine: true };
    return {
      kind: 'FOLLOW_UP',
      title: readTemplate(`${at}.followUp.title`, followUp.title, title),
      dueInHours: readDueInHours(`${at}.followUp.dueInHours`, followUp.dueInHours),
      assigneeId: readAssignee(`${at}.followUp.assigneeId`, followUp.assigneeId),
    };
  }
  if (sms) {
    const to = sms.to ?? null;
    const text = readTemplate(`${at}.sms.text`, sms.text, { what: 'The message', most: 1_000 });
    return { kind: 'SMS', to, text };
  }
  return { kind: 'TAG_CUSTOMER', tag: readTag(`${at}.tagCustomer`, tagCustomer ?? '') };
}

/** One address, or several parted by commas. */
function readRecipients(field: string, typed: string): string[] {
  const addresses = typed.split(',').flatMap((address) => address.trim() || []);
  if (
    addresses.length === 0 ||
    !addresses.every((address) => z.email().max(254).safeParse(address).success)
  ) {
    throw badInput(field, 'A mail goes to one e-mail address, or to several parted by commas.');
  }
  if (addresses.length > MOST_RECIPIENTS)
    throw badInput(field, `A mail goes to at most ${MOST_RECIPIENTS} people.`);
  return [...new Set(addresses)];
}

function readDueInHours(field: string, typed: number): number {
  if (Number.isInteger(typed) && typed >= 0 && typed <= LONGEST_DUE_HOURS) return typed;
  throw badInput(field, `A follow-up is due in 0 to ${LONGEST_DUE_HOURS} hours.`);
}

function readAssignee(field: string, typed: Typed<string>): UserId | null {
  if (typed === null || typed === undefined) return null;
  if (!isUserId(typed)) throw badInput(field, 'There is no such user.');
  return typed;
}
