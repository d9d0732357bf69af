import { describe, expect, test } from 'vitest';
import { sayable } from '../../../../../server/calls/speech/sayable/sayable.ts';

/** What is written, and what a caller hears; the same where nothing else is told. */
type Case = [written: string, heard: string];
const asItIs = (...texts: string[]): Case[] => texts.map((text) => [text, text]);

const english: Record<string, Case[]> = {
  'telephone numbers': [
    ['Call 98111 22233.', 'Call 9 8 1 1 1, 2 2 2 3 3.'],
    ['Call 9811122233 today.', 'Call 9 8 1 1 1, 2 2 2 3 3 today.'],
    ['Call +91 98111 22233.', 'Call plus 9 1, 9 8 1 1 1, 2 2 2 3 3.'],
    ['Call +919811122233.', 'Call plus 9 1, 9 8 1 1 1, 2 2 2 3 3.'],
    ['Call 09811122233.', 'Call 0, 9 8 1 1 1, 2 2 2 3 3.'],
    ['Call 98111-22233, please.', 'Call 9 8 1 1 1, 2 2 2 3 3, please.'],
    ['Is it 981-112-2233?', 'Is it 9 8 1 1 1, 2 2 2 3 3?'],
    ['Call 011-23456789.', 'Call 0 1 1, 2 3 4 5, 6 7 8 9.'],
    ['Call 022 2345 6789.', 'Call 0 2 2, 2 3 4 5, 6 7 8 9.'],
    ['Call 1800-123-4567.', 'Call 1 8 0 0, 1 2 3, 4 5 6 7.'],
    ['Call +1 212 555 0123.', 'Call plus 1, 2 1 2, 5 5 5, 0 1 2 3.'],
    ['(98111 22233)', '(9 8 1 1 1, 2 2 2 3 3)'],
    ...asItIs(
      'Please call 112 now.',
      'Dial 108.',
      'We call 100 people a day.',
      'Order 98111222334 is ready.',
      'Bill 2-98111-22233-7.',
      'We saw 5000 patients.',
    ),
  ],
  amounts: [
    ['₹1,50,000', '1 lakh 50 thousand rupees'],
    ['It costs ₹500.', 'It costs 500 rupees.'],
    ['It costs Rs. 500 a visit.', 'It costs 500 rupees a visit.'],
    ['It costs Rs.500.', 'It costs 500 rupees.'],
    ['INR 1500 only', '1 thousand 500 rupees only'],
    ['₹1', '1 rupee'],
    ['₹12,34,56,789', '12 crore 34 lakh 56 thousand 789 rupees'],
    ['₹1,500,000', '15 lakh rupees'],
    ['₹99.50', '99 rupees 50 paise'],
    ['₹2.5 lakh', '2.5 lakh rupees'],
    ['Rs 500/- only', '500 rupees only'],
    ['₹500–800', '500 to 800 rupees'],
    ['₹500 - ₹1,000.', '500 to 1 thousand rupees.'],
    ['₹1-2 lakh', '1 to 2 lakh rupees'],
    ['₹999/month', '999 rupees per month'],
    ['₹500, or more', '500 rupees, or more'],
    ['Rs. 500 rupees', '500 rupees'],
    ['₹0', '0 rupees'],
    ['₹50k', '50 thousand rupees'],
    ['₹10L', '10 lakh rupees'],
    ['₹2 cr', '2 crore rupees'],
    ['Pay 1,50,000 rupees.', 'Pay 1 lakh 50 thousand rupees.'],
    ['₹50x', '₹50x'],
    ...asItIs('₹1,5,00', '₹ is the rupee.', 'Mrs. 5 is a part.', '$500'),
  ],
  times: [
    ['Come at 5:30 pm.', 'Come at 5 30 pm.'],
    ['Come at 9:00 am.', 'Come at 9 am.'],
    ['Come at 17:30.', 'Come at 5 30 pm.'],
    ['Come at 9:05 am.', 'Come at 9 oh 5 am.'],
    ['Come at 9.30 a.m. on Monday.', 'Come at 9 30 am on Monday.'],
    ['At 12:00 pm.', 'At 12 noon.'],
    ['At 12:00 am.', 'At 12 midnight.'],
    ['At 9:00.', "At 9 o'clock."],
    ['At 00:15.', 'At 12 15 am.'],
    ['At 5pm.', 'At 5 pm.'],
    ['From 9:00-17:00.', 'From 9 to 5 pm.'],
    ['9 am – 5 pm', '9 am to 5 pm'],
    ['9-5 pm', '9 to 5 pm'],
    ['9:30 am-6:45 pm', '9 30 am to 6 45 pm'],
    ...asItIs('At 25:00.', 'At 9:75.', 'It is 9.30 metres.', 'It took 1:02:03.', 'I am 5.'),
  ],
  'dates and ranges': [
    ['On 2026-11-24.', 'On 24 November 2026.'],
    ['On 24/11/2026.', 'On 24 November 2026.'],
    ['On 24-11-2026 at 5:30 pm.', 'On 24 November 2026 at 5 30 pm.'],
    ['On 24.11.2026.', 'On 24 November 2026.'],
    ['On 1/2/26.', 'On 1 February 2026.'],
    ['On 24 Nov 2026.', 'On 24 November 2026.'],
    ['On 24 Nov.', 'On 24 November.'],
    ['On 3rd Sept 2026', 'On 3rd September 2026'],
    ['Mon–Fri', 'Monday to Friday'],
    ['Mon-Sat, 9 am - 6 pm', 'Monday to Saturday, 9 am to 6 pm'],
    ['Monday – Friday', 'Monday to Friday'],
    ['It takes 10-15 minutes.', 'It takes 10 to 15 minutes.'],
    ['2–3 days', '2 to 3 days'],
    ['1.5-2 hours', '1.5 to 2 hours'],
    ...asItIs(
      'On 31/2/2026.',
      'On 24/11.',
      '11/24/2026',
      'Flat 12-14, please.',
      'We are open 24-7.',
      'COVID-19',
      'Version 1.2.26',
      'Half is 1/2.',
    ),
  ],
  'web addresses and keys': [
    ['See www.speedy.example.', 'See www dot speedy dot example.'],
    ['See https://speedy.example/a_b.', 'See speedy dot example slash a underscore b.'],
    ['See https://www.speedy.com/', 'See www dot speedy dot com'],
    ['See speedy.com for more.', 'See speedy dot com for more.'],
    ['See my-clinic.co.in!', 'See my dash clinic dot co dot in!'],
    ['Is it speedy.in?', 'Is it speedy dot in?'],
    ['http://speedy.example', 'speedy dot example'],
    ['(www.speedy.example)', '(www dot speedy dot example)'],
    ['Press * for English.', 'Press star for English.'],
    ['Press # to end.', 'Press hash to end.'],
    ['Press "*" or "#" now.', 'Press "star" or "hash" now.'],
    ...asItIs(
      'Write to front_desk@speedy.example today.',
      'We teach C# here.',
      'See https://speedy.example/?id=12%20a for more.',
      'Hello.How are you?',
      'We are open.in the morning',
      'E.g. this, i.e. that.',
    ),
  ],
  'what is said as it is written': asItIs(
    "Hello! Welcome to Pragati Women's Hospital. How can I help you today?",
    '',
    'It is a well-known clinic – the best.',
    'You are number 5 of 12.',
    'Dr. A. P. J. Rao is in room 12.',
    'Take 2 tablets, 3 times.',
    '9 8 1 1 1, 2 2 2 3 3',
    'A & B',
    '50% off',
    '3.5 km',
  ),
};

const hindi: Record<string, Case[]> = {
  'telephone numbers': [
    ['कृपया 98111 22233 पर फोन करें।', 'कृपया 9 8 1 1 1, 2 2 2 3 3 पर फोन करें।'],
    ['नंबर +91 98111 22233 है।', 'नंबर प्लस 9 1, 9 8 1 1 1, 2 2 2 3 3 है।'],
    ['कृपया 011-23456789 पर', 'कृपया 0 1 1, 2 3 4 5, 6 7 8 9 पर'],
  ],
  amounts: [
    ['₹1,50,000', '1 lakh 50 thousand rupees'],
    ['फीस ₹1,50,000 है।', 'फीस 1 लाख 50 हज़ार रुपये है।'],
    ['फीस ₹500 है।', 'फीस 500 रुपये है।'],
    ['फीस 1,50,000 रुपये है।', 'फीस 1 लाख 50 हज़ार रुपये है।'],
    ['फीस ₹500 रुपये है।', 'फीस 500 रुपये है।'],
    ['फीस रु. 500 है।', 'फीस 500 रुपये है।'],
    ['फीस ₹500–800 है।', 'फीस 500 से 800 रुपये है।'],
    ['₹2 लाख तक।', '2 लाख रुपये तक।'],
    ['दाम ₹99.50 है।', 'दाम 99 रुपये 50 पैसे है।'],
    ['सिर्फ़ ₹1।', 'सिर्फ़ 1 रुपया।'],
    ['₹2,00,00,000 का घर', '2 करोड़ रुपये का घर'],
  ],
  times: [
    ['शाम 5:30 बजे आइए।', 'शाम साढ़े 5 बजे आइए।'],
    ['9:00 बजे आइए।', '9 बजे आइए।'],
    ['17:30 बजे आइए।', 'शाम साढ़े 5 बजे आइए।'],
    ['सुबह 9:15 बजे', 'सुबह सवा 9 बजे'],
    ['दोपहर 2:30 बजे', 'दोपहर ढाई बजे'],
    ['1:30 बजे', 'डेढ़ बजे'],
    ['5:45 बजे', 'पौने 6 बजे'],
    ['12:45 बजे', 'पौन बजे'],
    ['5:20 बजे', '5 बजकर 20 मिनट'],
    ['हम 9 am पर खुलते हैं।', 'हम सुबह 9 बजे पर खुलते हैं।'],
    ['9 am – 5 pm खुले', 'सुबह 9 से शाम 5 बजे खुले'],
    ['सुबह 9:00–17:30 बजे', 'सुबह 9 से शाम साढ़े 5 बजे'],
    ['25:00 बजे', '25:00 बजे'],
  ],
  'dates, ranges, addresses and keys': [
    ['तारीख 24/11/2026 है।', 'तारीख 24 नवंबर 2026 है।'],
    ['तारीख 2026-01-05 है।', 'तारीख 5 जनवरी 2026 है।'],
    ['24 Nov को', '24 नवंबर को'],
    ['सोमवार–शनिवार', 'सोमवार से शनिवार'],
    ['10-15 मिनट', '10 से 15 मिनट'],
    ['हमारी साइट www.speedy.example है।', 'हमारी साइट www डॉट speedy डॉट example है।'],
    ['अंग्रेज़ी के लिए * दबाएं।', 'अंग्रेज़ी के लिए स्टार दबाएं।'],
    ['समाप्त करने को # दबाएं।', 'समाप्त करने को हैश दबाएं।'],
    ['Hindi ke liye * dabaye.', 'Hindi ke liye star dabaye.'],
    ['front_desk@speedy.example पर लिखें।', 'front_desk@speedy.example पर लिखें।'],
    ['नमस्ते! आपका स्वागत है।', 'नमस्ते! आपका स्वागत है।'],
  ],
};

describe.each(Object.entries(english))('in English, %s', (_kind, cases) => {
  test.each(cases)('of %j a caller hears %j', (written, heard) => {
    expect(sayable(written, 'en-IN')).toBe(heard);
    expect(sayable(heard, 'en-IN')).toBe(heard);
  });
});

describe.each(Object.entries(hindi))('in Hindi, %s', (_kind, cases) => {
  test.each(cases)('of %j a caller hears %j', (written, heard) => {
    expect(sayable(written, 'hi-IN')).toBe(heard);
    expect(sayable(heard, 'hi-IN')).toBe(heard);
  });
});

test.each(['ta-IN', 'bn-IN', '', 'hil'])(
  'a caller of a persona that speaks %j hears what is written',
  (language) => {
    expect(sayable('₹500 at 5:30 pm, call 98111 22233', language)).toBe('₹500 at 5:30 pm, call 98111 22233');
  },
);
