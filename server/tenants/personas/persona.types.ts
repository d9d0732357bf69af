import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../infra/graphql/enum.ts';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import type { OpeningHours } from '../opening-hours/opening-hours.ts';
import { OpeningHoursInput, OpeningHoursType } from '../opening-hours/opening-hours.types.ts';
import { OUTSIDE_HOURS, type OutsideHours, VOICES, type Voice } from './persona.entity.ts';

const OutsideHoursEnum = enumOf(
  'OutsideHours',
  OUTSIDE_HOURS,
  'What becomes of a call outside the opening hours. ANSWER: the receptionist answers as always, and knows that it is closed. TAKE_MESSAGE: it greets with `closedGreeting` and takes a message. HANG_UP: `closedGreeting` is spoken, and the call ended.',
);

const VoiceEnum = enumOf('Voice', VOICES, 'In whose voice VobizXML’s `Speak` speaks.');

@ObjectType('Persona', { description: 'Who answers the telephone, and what it knows and says.' })
export class PersonaType {
  @Field(() => String, { description: 'How the receptionist calls itself.' })
  agentName!: string;

  @Field(() => String, { description: 'The first words of every call.' })
  greeting!: string;

  @Field(() => String, {
    description: 'What the language model is told about the business and how to behave.',
  })
  instructions!: string;

  @Field(() => String, { description: 'What callers may be told: opening hours, prices, the way.' })
  facts!: string;

  @Field(() => String, { description: 'BCP 47, as en-IN.' })
  language!: string;

  @Field(() => String, { description: 'The last words to a caller who says nothing.' })
  noSpeechMessage!: string;

  @Field(() => OpeningHoursType, {
    nullable: true,
    description: 'When the business is open; null where that isn’t stated, and every call is answered alike.',
  })
  hours!: OpeningHours | null;

  @Field(() => OutsideHoursEnum)
  outsideHours!: OutsideHours;

  @Field(() => String, {
    description: 'The first words of a call outside the opening hours, unless those are answered as always.',
  })
  closedGreeting!: string;

  @Field(() => VoiceEnum)
  voice!: Voice;

  @Field(() => String, {
    nullable: true,
    description:
      'What `Speak` is told to speak, BCP 47; null: `language`. Vobiz’s table has en-US, en-GB and en-AU, but neither en-IN nor an Indian language; its own samples use en-IN and hi-IN all the same.',
  })
  voiceLanguage!: string | null;

  @Field(() => Int, { description: 'Counts from 1; every change makes a new version.' })
  version!: number;
}

@ObjectType('PersonaVersion', { description: 'A persona as it is or once was.' })
export class PersonaVersionType extends PersonaType {
  @Field(() => String, { nullable: true, description: 'Who made it; null where no user did.' })
  author!: string | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => Boolean, { description: 'Whether this version answers now.' })
  isCurrent!: boolean;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdatePersonaInput {
  @Field(() => String, { nullable: true, description: 'At most 80 characters.' })
  agentName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 600 characters.' })
  greeting?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 20,000 characters.' })
  instructions?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 20,000 characters; may be empty.' })
  facts?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47, as en-IN.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 600 characters.' })
  noSpeechMessage?: string | null;

  @Field(() => OpeningHoursInput, {
    nullable: true,
    description: 'Null where they aren’t to be stated any more.',
  })
  hours?: OpeningHoursInput | null;

  @Field(() => OutsideHoursEnum, { nullable: true })
  outsideHours?: OutsideHours | null;

  @Field(() => String, {
    nullable: true,
    description: 'At most 600 characters; may only be empty where `outsideHours` is ANSWER.',
  })
  closedGreeting?: string | null;

  @Field(() => VoiceEnum, { nullable: true })
  voice?: Voice | null;

  @Field(() => String, { nullable: true, description: 'BCP 47, as en-GB; null: that of `language`.' })
  voiceLanguage?: string | null;
}
