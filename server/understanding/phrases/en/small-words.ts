import type { SmallWords } from '../data.ts';

/** The little words of English, which say how others are meant. */
export const smallWords: SmallWords = {
  contrasts: 'but however',
  concessions: 'although though',
  denials: 'not no never without neither nor hardly barely nothing nobody',
  beginsAfresh: 'i we you they because just only so that who it is',
  wishBeginsAfresh: 'i it he she we they there this please because just only',
  deniesBefore: '',
  intensifiers:
    'very really so too extremely absolutely totally completely highly such most quite truly utterly deeply genuinely fully particularly incredibly super damn real pretty',
  dampeners: 'bit little slightly somewhat fairly',
  openers: 'and so but okay ok hello hi sir madam maam please sorry actually also then',
  // "Why" and "how many times" aren't here: who asks so, wants no answer.
  asking:
    'what when where which who is are am do does did can could will would shall should may might how has have whether',
  leave: 'goodbye bye byebye',
  afterLeave: 'and for then now from until till',
  talkedAbout:
    'say saying says said tell mean means meant called named word wave waving kiss not never a an the our final hello come coming stop stopping drop dropping pass passing stand standing near lay to is are was were am be been for from with of by about at my your reach reached reaching calling book ad company brand name',
  beforeSubject: 'can could should would may might shall is was are let lets tell tells told telling asked',
  subjects: 'i we you he she they it this that me him her us them',
  leaveVerbs: 'kiss kissed kisses kissing wave waved waves waving blow blew',
};
