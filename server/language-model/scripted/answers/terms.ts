import { clausesOf, isEnglishWord, type Word } from '../../../understanding/intents/words.ts';

/** Words for one thing, by the one that stands for all. */
const SAME: Readonly<Record<string, string>> = {
  pregnancy: 'pregnant antenatal anc obstetric obstetrics obstetrician garbh',
  childbirth: 'delivery deliver labor maternity birth',
  gynecology:
    'gynecologist gynecological gynec gynac gynae gyno gynaec gynaecology pcos pcod period periods menstrual menstruation fibroid fibroids menopause cyst uterus',
  fertility: 'infertility ivf iui conceive',
  ultrasound: 'sonography sono scan scanning usg sonogram',
  insurance: 'cashless mediclaim tpa ayushman insurer policy',
  payment: 'pay upi gpay phonepe paytm cash credit debit emi cheque',
  parking: 'park car vehicle bike',
  report: 'result',
  document: 'paper id identity aadhaar aadhar proof file',
  vaccine: 'vaccination immunization injection immunisation',
  pharmacy: 'chemist medicine medical-store dawai',
  child: 'pediatrician pediatric newborn infant bachcha bachche',
  room: 'bed sharing deluxe',
  visitor: 'visiting attendant relative visit',
  lab: 'laboratory pathology blood-test',
  opd: 'outpatient',
  doctor: 'physician specialist department service facility treatment speciality specialty dr dr.',
  consultation: 'consult consulting checkup',
  language: 'hindi marathi english speak',
  nutrition: 'diet dietician dietitian nutritionist',
  ambulance: '',
  emergency: 'casualty urgent',
  surgery: 'operation operate laparoscopy laparoscopic',
  online: 'video teleconsultation website app',
  food: 'canteen cafeteria meal breakfast lunch dinner eat',
};

const standsFor = new Map(
  Object.entries(SAME).flatMap(([name, others]) => others.split(' ').map((word) => [word, name] as const)),
);

/** Asked for with the intent, or said of anything. */
const EMPTY = new Set(
  (
    'weekend weekends weekday weekdays minute minutes away far number phone call calling find out available price cost fee charge rate tariff amount rupee rs rs. inr money paisa paise much many expensive cheap total kitna kitne kitni lagega kharcha ' +
    'open close closed opening closing timing time hour hours day schedule kab kitne baje khulta ' +
    'where address location located situated direction landmark kahan way reach map place ' +
    'please kindly tell know ask give get want need like help thing information detail question want go come do have let take make see say mean wonder check use find ' +
    'madam sir maam hello hi good morning afternoon evening night thank thanks yes no ok okay sorry ' +
    'wife husband mother father daughter son sister brother friend myself people person someone anybody today tomorrow now week month year monday tuesday wednesday thursday friday saturday sunday ' +
    'accept offer provide exactly actually really also just only some any available possible sure right kind type one two first ' +
    'book booking log lete leti leta lena milta milti mile milega ho tha thi karte karti ho hum tum woh wo yeh ye usko unka unki konsa kaunsa konse sab kuch bas sirf abhi baad pehle wahan yahan din jana aana chalta chalti sakte sakti sakta kijiye bolo sun dekh raha rahe rahi gaya gayi puchna poochna baare bare ' +
    'main mai mujhe aap aapka aapke apka hai hain kya ka ki ke ko se mein me par pe liye batao bataiye bata chahiye karna karni ji haan nahi aur bhi kaise kaun kis hota hoti wala'
  ).split(' '),
);

/** Said at a hospital of nearly everything; only counts where nothing else does. */
const WEAK = new Set(
  'doctor dr dr. hospital clinic appointment patient business office center department service team staff lady woman female facility treatment'.split(
    ' ',
  ),
);

/** `isThing`: an English noun, something that can be asked for, and not noise, a name or what is done with it. */
export type Term = { text: string; isWeak: boolean; isThing: boolean };

/** What a text is about, in one word for each thing. */
export function termsOf(text: string): Term[] {
  return clausesOf(text)
    .flat()
    .filter(
      ({ isStop, lemma, text: word }) =>
        !isStop && !EMPTY.has(lemma) && !EMPTY.has(word) && /\p{L}{2}/u.test(word),
    )
    .map((word) => {
      const base = standsFor.get(word.lemma) ?? standsFor.get(word.text) ?? word.lemma;
      return {
        text: soundOf(base),
        isWeak: WEAK.has(base),
        isThing: base !== word.lemma || (word.isNoun && isEnglish(word)),
      };
    });
}

const isEnglish = ({ text, lemma }: Word) => isEnglishWord(text) || isEnglishWord(lemma);

/** One spelling for Indian names, which speech recognition writes in several: Meera, Mira; Sunitha, Sunita. */
const soundOf = (word: string) =>
  word
    .replace(/aa/g, 'a')
    .replace(/ee|ea/g, 'i')
    .replace(/oo|ou/g, 'u')
    .replace(/([tdkgbp])h/g, '$1')
    .replace(/w/g, 'v')
    .replace(/(.)\1/g, '$1')
    .replace(/(?<=..)h$/, '');
