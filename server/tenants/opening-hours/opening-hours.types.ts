import { Extensions, Field, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../../infra/graphql/enum.ts';
import { WEEKDAYS, type Weekday } from './opening-hours.ts';

/** Of a day, for the estimate of what a query costs. */
const USUAL_RANGES = 2;

const WeekdayEnum = enumOf('Weekday', WEEKDAYS);

@ObjectType('OpeningRange', { description: 'On the business’s own clock.' })
export class OpeningRangeType {
  @Field(() => String, { description: 'As 09:00.' })
  from!: string;

  @Field(() => String, {
    description: 'As 19:00; up to 24:00. At or before `from` it is on the day after: 20:00 to 02:00.',
  })
  to!: string;
}

@ObjectType('OpeningDay')
export class OpeningDayType {
  @Field(() => WeekdayEnum)
  day!: Weekday;

  @Extensions({ listLength: USUAL_RANGES })
  @Field(() => [OpeningRangeType], { description: 'Earliest first; none where it is closed.' })
  ranges!: OpeningRangeType[];
}

@ObjectType('OpeningException', { description: 'A holiday, or a day with other hours than its weekday’s.' })
export class OpeningExceptionType {
  @Field(() => String, { description: 'As 2026-12-25.' })
  date!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Extensions({ listLength: USUAL_RANGES })
  @Field(() => [OpeningRangeType], { description: 'Earliest first; none where it is closed.' })
  ranges!: OpeningRangeType[];
}

@ObjectType('OpeningHours', { description: 'When a business is open, on its own clock.' })
export class OpeningHoursType {
  @Extensions({ listLength: WEEKDAYS.length })
  @Field(() => [OpeningDayType], { description: 'Seven days, Monday first.' })
  week!: OpeningDayType[];

  @Field(() => [OpeningExceptionType], { description: 'By date, one a day.' })
  exceptions!: OpeningExceptionType[];
}

@InputType()
export class OpeningRangeInput {
  @Field(() => String, { description: 'As 09:00.' })
  from!: string;

  @Field(() => String, {
    description: 'As 19:00; 24:00 or 00:00 for midnight. At or before `from` it is on the day after.',
  })
  to!: string;
}

@InputType()
export class OpeningDayInput {
  @Field(() => WeekdayEnum)
  day!: Weekday;

  @Field(() => [OpeningRangeInput], {
    description: 'At most 6, which don’t overlap; none where it is closed.',
  })
  ranges!: OpeningRangeInput[];
}

@InputType()
export class OpeningExceptionInput {
  @Field(() => String, { description: 'As 2026-12-25.' })
  date!: string;

  @Field(() => String, { nullable: true, description: 'At most 80 characters.' })
  name?: string | null;

  @Field(() => [OpeningRangeInput], {
    description: 'At most 6, which don’t overlap; none where it is closed.',
  })
  ranges!: OpeningRangeInput[];
}

@InputType()
export class OpeningHoursInput {
  @Field(() => [OpeningDayInput], { description: 'Each day once; those that are left out are closed.' })
  week!: OpeningDayInput[];

  @Field(() => [OpeningExceptionInput], { defaultValue: [], description: 'At most 100, one a day.' })
  exceptions!: OpeningExceptionInput[];
}
