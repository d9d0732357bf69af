import type { Lexicon } from '../data.ts';

/** What Hindi words are worth, in the spelling of spellings.ts. */
export const lexicon: Lexicon = [
  [2.5, 'zabardast shandar lajawab behtarin gazab shabash uttam umda dil_khush kya_baat'],
  [2, 'badhiya mast khush khushi santusht swadisht aabhari maza_aaya'],
  [1.5, 'accha acche acchi sundar tasalli mehrbani pyar_se izzat_se'],
  [1, 'saaf wah'],
  [-3, 'ghatiya dhoka badtameez badtameezi wahiyat lootere besharam bewakoof bakwas chor chori'],
  [
    -2.2,
    'bekar ganda gande gandi gandagi kharab bura bure buri pareshan pareshani barbad barbadi jhooth jhoota gussa',
  ],
  [-2.2, 'naraz faltu laparwah laparwahi nirash nirasha sharam tang_aa nalayak loot'],
  [-1.4, 'nuksan galat mehnga shikayat afsos chilla bheed'],
];
