import type { Language } from '../data.ts';
import { appointments } from './appointments.ts';
import { complaints } from './complaints.ts';
import { bareThanks, courtesies } from './courtesies.ts';
import { emergencies } from './emergencies.ts';
import { farewells } from './farewells.ts';
import { groups } from './groups.ts';
import { lexicon } from './lexicon.ts';
import { praise } from './praise.ts';
import { questions } from './questions.ts';
import { requests } from './requests.ts';
import { smallWords } from './small-words.ts';

export const english: Language = {
  folder: 'en',
  groups,
  rules: { emergencies, requests, appointments, questions },
  remarks: { courtesies, bareThanks, praise, complaints },
  lexicon,
  farewells,
  smallWords,
};
