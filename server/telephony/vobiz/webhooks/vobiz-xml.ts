import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { CallReply, Step } from '../../../calls/call-reply.ts';
import type { Secret } from '../../../infra/secrets.ts';
import { keyed } from '../door/address-key.ts';
import { type Attributes, type Dialect, dialects } from './dialect.ts';
import { heardLanguage, isUnheard, spokenLanguage } from './language.ts';
import { carriable, fitting } from './spoken-text.ts';

/** What a document needs to know of its tenant. */
type Surroundings = {
  /** Where the caller's turns are posted: absolute, without a query but the key. */
  inputUrl: string;
  /** The persona's. */
  language: string;
  /** Whether we understand what callers say in a language that Vobiz doesn't. */
  transcribes?: boolean | undefined;
};

type Element = { name: string; attributes?: Attributes; inside?: string | Element[] };

/** Vobiz takes less than 100 KB (docs.vobiz.ai, "XML response"); the rest is for elements and addresses. */
const MOST_TEXT_BYTES = 90_000;

/**
 * The tenant's address for what callers say.
 * @param publicUrl without a trailing slash
 * @param key where Vobiz is known by it
 */
export function inputUrl(publicUrl: string, slug: string, key?: Secret): string {
  return keyed(`${publicUrl}/api/vobiz/${encodeURIComponent(slug)}/input`, key);
}

/** With more to its query, such as which turn. @param inputUrl with a key, or without a query */
const asking = (inputUrl: string, more: string) => `${inputUrl}${inputUrl.includes('?') ? '&' : '?'}${more}`;

/** The document that has Vobiz do what a reply says. */
export function render(reply: CallReply, dialect: Dialect, surroundings: Surroundings): string {
  const texts = reply.filter(({ step }) => step !== 'redirect' && step !== 'hangUp').length;
  const room = Math.floor(MOST_TEXT_BYTES / Math.max(1, texts));
  const response = create({ version: '1.0', encoding: 'UTF-8' }).ele('Response');
  for (const step of reply) append(response, elementsOf(step, dialect, surroundings, room));
  return response.end({ prettyPrint: true });
}

/** @param room bytes for the step's text */
function elementsOf(
  step: Step,
  dialect: Dialect,
  { inputUrl, language, transcribes }: Surroundings,
  room: number,
): Element[] {
  const { speech, speaking, listening, recordingTurn, recordingCall, turningAway, numbersTurn } =
    dialects[dialect];
  // Plain text, so what looks like SSML in it is escaped as well, and read out.
  const speak = (text: string): Element[] => {
    const words = fitting(carriable(text).trim(), room);
    return words ? [{ name: speech, attributes: speaking(spokenLanguage(language)), inside: words }] : [];
  };
  switch (step.step) {
    case 'say':
      return speak(step.text);
    case 'recordCall': {
      // A caller who can't be recorded isn't told that they are.
      const attributes = recordingCall?.(asking(inputUrl, 'recording=call'));
      return attributes ? [...speak(step.notice), { name: 'Record', attributes }] : [];
    }
    case 'listen': {
      if (recordingTurn && transcribes && isUnheard(language)) {
        const attributes = recordingTurn(asking(inputUrl, `turn=${step.turn}&recording=turn`));
        return [...speak(step.saying), { name: 'Record', attributes }];
      }
      const action = numbersTurn(step) ? asking(inputUrl, `turn=${step.turn}`) : inputUrl;
      const attributes = listening(action, heardLanguage(language));
      return [{ name: 'Gather', attributes, inside: speak(step.saying) }];
    }
    case 'redirect': {
      const inside = asking(inputUrl, `turn=${step.turn}&part=${step.part}`);
      return [{ name: 'Redirect', attributes: { method: 'POST' }, inside }];
    }
    case 'hangUp':
      return [{ name: 'Hangup' }];
    case 'turnAway':
      return turningAway
        ? [{ name: 'Hangup', attributes: turningAway }]
        : [...speak(step.saying), { name: 'Hangup' }];
    default:
      return assertNever(step);
  }
}

function append(parent: XMLBuilder, elements: Element[]): void {
  for (const { name, attributes = {}, inside = [] } of elements) {
    const values = Object.entries(attributes).map(([key, value]) => [key, escaped(value)]);
    const element = parent.ele(name, Object.fromEntries(values));
    if (typeof inside === 'string') element.txt(escaped(inside));
    else append(element, inside);
  }
}

/**
 * xmlbuilder2 takes "&lt;" in a text for an entity that was escaped before, and "&nbsp;" as well, which XML doesn't
 * know. With every ampersand escaped here, a text stays the text it is.
 */
const escaped = (text: string): string => text.replaceAll('&', '&amp;');
