import type { Word } from '../../../understanding/intents/words.ts';
import { whenIn } from './when.ts';

/** Asks for something, and doesn't say what for. */
const OF_REQUESTS = new Set(
  (
    'appointment appointments appoinment booking book slot slots visit consultation consult schedule fix make get take want need like give arrange reserve set come meet see show new number ' +
    'doctor dr dr. madam sir hospital clinic reception receptionist staff person human someone somebody anyone people agent operator manager ' +
    'speak talk call callback connect transfer phone contact message leave discuss word line put real live actual ' +
    'cancel cancelation cancellation reschedule postpone prepone change shift move time timing date day my me for ' +
    'complain complaint complaints shikayat happy unhappy satisfied disappointed angry upset service experience very bad worst ' +
    'please kindly hello hi hey good morning afternoon evening namaste yes yeah no ok okay sure fine well actually also just first then thank thanks help possible available ' +
    'wife husband mother father daughter son sister brother child baby myself friend ' +
    'would could can will shall may might be do have let try go know think wonder say tell ask question something thing ' +
    'chahiye chaiye hai hain tha thi mujhe muje mere mera meri hum humko aap ko ke ka ki liye lena leni lene karna karni karwana karo kar kardo karao karwao karwa do dedo dijiye de ek se baat bat dikhana milna mil milega sakta sakti hoon hun hu main mai mein me saath ji haan nahi bhi koi kisi aur abhi kya ho raha rahi' +
    ' मुझे मेरा मेरी हमें आप को के का की लिए लेना लेनी चाहिए है हैं था थी करना करनी करवाना कर दो दीजिए एक से बात डॉक्टर अपॉइंटमेंट अपॉइन्टमेंट अपाइंटमेंट बुकिंग बुक मिलना दिखाना मैं जी हां नहीं भी कोई और अभी क्या हो रहा रही कैंसल रद्द शिकायत कल आज परसों सुबह शाम दोपहर रात बजे'
  ).split(' '),
);

/** The words that say what a caller wants, apart from asking for it and from when. */
export function contentOf(words: readonly Word[]): string[] {
  const times = new Set(
    (whenIn(words.map(({ text }) => text).join(' '), true) ?? '').toLowerCase().split(' '),
  );
  return words
    .filter(({ text, lemma, isStop }) => {
      if (isStop || OF_REQUESTS.has(lemma) || OF_REQUESTS.has(text)) return false;
      return !times.has(text) && !OF_TIME.has(text) && /\p{L}/u.test(text);
    })
    .map(({ text }) => text);
}

/** In Hindi too: their English stands in what `whenIn` tells. */
const OF_TIME = new Set(
  'today tomorrow tonight week month morning afternoon evening night noon am pm aaj kal parso subah dopahar shaam raat baje any anytime time soon day next this'.split(
    ' ',
  ),
);

const ABOUT = /\b(about|regarding|because|related|concerning|baare|bare)\b/u;

/** Whether a caller who asks for a person has said why. */
export const saysWhy = (text: string, words: readonly Word[]): boolean => {
  const content = contentOf(words);
  return content.length >= 3 || (content.length > 0 && ABOUT.test(text.toLowerCase()));
};
