/** A clause that holds one of the phrases, and none of those that make it something else. */
export type Rule = { phrases: readonly string[]; unless?: readonly string[] };

/** What several languages say of one rule is one rule. */
export type RuleName =
  | 'emergency'
  | 'thisIsAnEmergency'
  | 'ambulance'
  | 'bleeding'
  | 'labor'
  | 'quietBaby'
  | 'unconscious'
  | 'breathing'
  | 'severePain'
  | 'accident'
  | 'selfHarm'
  | 'dying'
  /** Of another time, or only supposed: no emergency, whatever else is said. */
  | 'notNow'
  | 'human'
  | 'complaint'
  | 'book'
  | 'shift'
  | 'anotherDate'
  | 'cancel'
  | 'hours'
  | 'prices'
  | 'place';
export type Rules = Readonly<Partial<Record<RuleName, Rule>>>;

/** Remarks that are worth the same, from −3 (furious) to 3 (delighted); 0 where they tell nothing of a feeling. */
export type Remarks = { worth: number; said: readonly string[] };

/** Words by worth, from −3 to 3; `word*` stands for all that begin so, `two_words` for two. */
export type Lexicon = readonly (readonly [worth: number, words: string])[];

/** What people say as a call ends, by what it says of that. */
export type Farewells = Readonly<
  Record<'goodbye' | 'parting' | 'done' | 'thanks' | 'courtesy', readonly string[]>
>;
export type ClosingKind = keyof Farewells;

/** Words that say how others are meant, with spaces between them. */
export type SmallWords = Readonly<
  Record<
    /** Begin a clause that counts more than what went before it, and one that only stands beside it. */
    | 'contrasts'
    | 'concessions'
    /** Turn what follows, but not beyond a word with which something else begins. */
    | 'denials'
    | 'beginsAfresh'
    /** The same for wishes, where the English model tells what is denied, to the sentence's end. */
    | 'wishBeginsAfresh'
    /** Turn what goes before: "accha nahi". */
    | 'deniesBefore'
    /** Strengthen or weaken the word after them. */
    | 'intensifiers'
    | 'dampeners'
    /** Come before a question without changing it, and ask one. */
    | 'openers'
    | 'asking'
    /** Take leave, and may go on after it: "goodbye and take care". */
    | 'leave'
    | 'afterLeave'
    /** Before a goodbye, make it something that is talked about, or another word: "don't say bye", "stop bye". */
    | 'talkedAbout'
    /** The same, the second after the first: "what can I bye", "he told me bye". */
    | 'beforeSubject'
    | 'subjects'
    /** Say goodbye to something: "kiss waiting goodbye". */
    | 'leaveVerbs',
    string
  >
>;

/** Everything that understanding knows of one language; files are named as they lie below phrases/. */
export type Language = {
  folder: string;
  groups: Readonly<Record<string, string>>;
  rules: Readonly<Record<'emergencies' | 'requests' | 'appointments' | 'questions', Rules>>;
  remarks: Readonly<Record<'courtesies' | 'bareThanks' | 'praise' | 'complaints', readonly Remarks[]>>;
  lexicon: Lexicon;
  farewells: Farewells;
  smallWords: SmallWords;
};
