import type { CallReply, Step } from '../call-reply.ts';
import { forEars } from './for-ears.ts';
import { sayable } from './sayable/sayable.ts';

/** A reply whose every text is fit for a caller's ears. @param language in which it is spoken, BCP 47 */
export const audible = (reply: CallReply, language: string): CallReply =>
  reply.map((step) => audibleStep(step, (text) => sayable(forEars(text), language)));

function audibleStep(step: Step, said: (text: string) => string): Step {
  switch (step.step) {
    case 'say':
      return { ...step, text: said(step.text) };
    case 'recordCall':
      return { ...step, notice: said(step.notice) };
    case 'listen':
    case 'turnAway':
      return { ...step, saying: said(step.saying) };
    default:
      return step;
  }
}
