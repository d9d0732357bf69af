import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { CallReply, Step } from '../../../calls/call-reply.ts';
import { audible } from '../../../calls/speech/audible.ts';
import { type Attributes, type Dialect, dialects } from './dialect.ts';
import { heardLanguage, isUnheard, spokenLanguage } from './language.ts';
import { carriable, fitting } from './spoken-text.ts';
import type { Surroundings } from './surroundings.ts';

type Element = { name: string; attributes?: Attributes; inside?: string | Element[] };

/** Vobiz takes less than 100 KB (docs.vobiz.ai, "XML response"); the rest is for elements and addresses. */
const MOST_TEXT_BYTES = 90_000;

/** The document that has Vobiz do what a reply says, its texts made fit for a caller's ears. */
export const documentOf = (reply: CallReply, dialect: Dialect, surroundings: Surroundings): string =>
  render(audible(reply, surroundings.voiceLanguage ?? surroundings.language), dialect, surroundings);

/** The same with every text to the letter. */
export function render(reply: CallReply, dialect: Dialect, surroundings: Surroundings): string {
  const texts = reply.filter(speaks).length;
  const listens = reply.filter(({ step }) => step === 'listen').length;
  const room = Math.floor((MOST_TEXT_BYTES - listens * surroundings.hints.length) / Math.max(1, texts));
  const response = create({ version: '1.0', encoding: 'UTF-8' }).ele('Response');
  for (const step of reply) append(response, elementsOf(step, dialect, surroundings, room));
  // Where nothing is to be done, as docs.vobiz.ai, "Record", writes it.
  return response.end({ prettyPrint: true, allowEmptyTags: reply.length === 0 });
}

const speaks = ({ step }: Step): boolean => step !== 'redirect' && step !== 'awaitSound' && step !== 'hangUp';

/** @param room bytes for the step's text */
function elementsOf(
  step: Step,
  dialect: Dialect,
  { inputAddress, language, voice, voiceLanguage, hints, transcribes }: Surroundings,
  room: number,
): Element[] {
  const { speech, speaking, listening, recordingTurn, recordingCall, turningAway, numbersTurn } =
    dialects[dialect];
  // Plain text, so what looks like SSML in it is escaped as well, and read out.
  const speak = (text: string): Element[] => {
    const words = fitting(carriable(text).trim(), room);
    return words
      ? [
          {
            name: speech,
            attributes: speaking(spokenLanguage(voiceLanguage ?? language), voice),
            inside: words,
          },
        ]
      : [];
  };
  switch (step.step) {
    case 'say':
      return speak(step.text);
    case 'recordCall': {
      // A caller who can't be recorded isn't told that they are.
      const attributes = recordingCall?.(inputAddress({ recording: 'call' }));
      return attributes ? [...speak(step.notice), { name: 'Record', attributes }] : [];
    }
    case 'listen': {
      if (recordingTurn && transcribes && isUnheard(language)) {
        const { turn } = step;
        const attributes = recordingTurn(
          inputAddress({ turn, recording: 'turn' }),
          inputAddress({ turn, recording: 'ended' }),
        );
        const wait = redirect(inputAddress({ turn, recording: 'awaited' }));
        return [...speak(step.saying), { name: 'Record', attributes }, wait];
      }
      const action = inputAddress(numbersTurn(step) ? { turn: step.turn } : {});
      const attributes = listening(action, heardLanguage(language), hints);
      return [{ name: 'Gather', attributes, inside: speak(step.saying) }];
    }
    case 'redirect':
      return [redirect(inputAddress({ turn: step.turn, part: step.part }))];
    case 'awaitSound': {
      const { turn, waited, most } = step;
      return [redirect(inputAddress({ turn, recording: 'awaited', waited, most }))];
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

const redirect = (url: string): Element => ({
  name: 'Redirect',
  attributes: { method: 'POST' },
  inside: url,
});

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
