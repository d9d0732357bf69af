import { enumOf } from '../infra/graphql/enum.ts';
import { REPLY_SOURCES, SPEAKERS } from './turn.entity.ts';

export const SpeakerEnum = enumOf('Speaker', SPEAKERS);

export const ReplySourceEnum = enumOf(
  'ReplySource',
  REPLY_SOURCES,
  'What wrote a reply or an analysis: the language model, the scripted receptionist used when no model is configured, or the spoken fallback when the model failed.',
);
