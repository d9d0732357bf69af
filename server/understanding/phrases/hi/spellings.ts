/**
 * The Hindi words that feelings are told in, each first as the phrases and the lexicon write it, then as callers'
 * transcripts do. One spelling stands for many: doubled letters, long vowels, w for v and z for j are no difference.
 */
export const spellings = `
  accha|acha|achchha  acche|ache|achchhe  acchi|achi|achchhi  badhiya|badiya|barhiya  mast  zabardast|jabardast|jabaradast
  shandar|shaandaar|shanadar  lajawab|lajavab  kamaal|kamal  behtarin|behatarin|behtareen|behatareen  sundar  khush|kush  khushi  maza|majaa
  swadisht|svadisht|swaadish  saaf  sahi  pasand|pasnd  tasalli  santusht  madad  mehrbani|meherbani|meharbani  shabash|shabaash
  wah|vaah  gazab|gajab  uttam  umda  aabhari|abhari  dhanyavad|dhanyavaad|dhanyawad|dhanyvad|danyavad  shukriya|sukriya|shukriyaa
  bekar|bekaar  bakwas|bakvaas|bakavas|bakwaas  ghatiya|gatiya|ghatia  ganda  gande  gandi  gandagi  kharab|karab|khraab  bura  bure  buri
  pareshan|pareshaan|paresan|pareshaaan  pareshani|pareshaani  barbad|barbaad|barabad  barbadi|barabadi  dhoka|dhokha  jhooth|jhoot|jhuth|jhut  jhoota|jhootha|jhutha
  chor  chori  gussa|gusse  naraz|naaraaj  badtameez|badtamiz|batameez|badatamij  badtameezi|badtamizi|batameezi|badatamiji
  besharam  bewakoof|bevkuf|bevakuf  faltu|phaltu|phaaltu|falatu  wahiyat|vahiyat|vaahiyaat  laparwah|laparvah|laparavah
  laparwahi|laparvahi|laparavahi|lapparwahi  tang  nuksan|nuksaan|nukasan  galat  mehnga|mahanga|mehenga|mahenga  shikayat|shikaayat|sikayat
  dikkat|dikat  nirash|niraash  nirasha  sharam|sharm|saram  thag  lootere|lutere  loot|lut  afsos
  nahi|nahin|nai|nhi|naheen|nahee  mat  bahut|bohot|bahot|bohut|bhot|bahoot  ekdum|ekdam  bilkul|bilakul  itna|itana  itni  itne  thoda  thodi  kaafi|kafi
  hai  hain  tha  thi  kya  kyun|kyon|kyu|kyo  koi  kab  kaam  paisa|paise|paisaa  vasool|vasul  wapas|vapas|vaapas|waapas  laga  lagi  lagta  gaya  gayi
  aaya|aya  aayi  raha  rahe  rahi  karo  kiya  kar  baar|bar  kitna|kitana  kitni|kitani  kitne|kitane  ghante|ghanta|ghanton  minute|minat  mahine|mahina  hafte|hafta
  khada|khadi|khade  intezaar|intezar|intejar|intazar  abhi  tak  sunte  sunta  sunti  uthata|uthate|uthati  fayda|faida|phayda  jawab|javab|jabab  aap  aapne|apne  aapki|apki  aapka|apka  aapke|apke
  tum  log|logon|logo  dil  dimag|dimaag  mood  baat  pyar|pyaar  izzat|ijjat  se  theek|thik|tik  haan|han  ji  service|sarvis|sarvice  staff  doctor|daktar  khana|khaana
  thak  roz|roj  kahan  kaise  kaun  lekin|lekina  magar  chahiye|chaiye|chahie  der  deri  milta|milti  batata|bataya|batate  deta|dete  chilla|chillaya|chillate|chillaye  tabiyat|tabiyt`;
