/** English words that stand for each other, by the name under which phrases ask for them: `<visit>`. */
export const groups = {
  visit:
    'appointment|appointments|appoinment|apointment|booking|slot|slots|visit|consultation|consult|checkup|session|reservation|token',
  service:
    'ultrasound|sonography|scan|scanning|xray|mammogram|vaccination|vaccine|test|treatment|screening|delivery|haircut|facial|massage|demo|viewing|table|room',
  doctor:
    'doctor|doctors|dr|dr.|gynecologist|gynec|gynac|gynae|gyno|gynaec|specialist|consultant|physician|pediatrician|dentist|surgeon|dermatologist|therapist|counselor|dietician|dietitian|nutritionist|stylist',
  person:
    'human|person|someone|somebody|anyone|anybody|people|agent|representative|operator|receptionist|reception|staff|manager|supervisor|executive|nurse|sister|madam|matron|owner|billing|accounts|department|desk|pharmacy|lab|insurance|office|team|her|him|them|incharge|lady|doctor|doctors|dr|dr.|gynecologist|specialist|consultant',
  patient:
    'she|he|mother|mom|mummy|mammy|father|papa|wife|husband|brother|sister|daughter|son|patient|baby|child|kid|aunty|grandmother|grandfather|friend',
  baby: 'baby|child|kid|fetus',
  day: 'today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|afternoon',
  place:
    'you|your|hospital|clinic|office|shop|store|salon|restaurant|branch|center|building|it|there|opd|reception|school|gym|place',
  shift: 'change|shift|move|push|postpone|prepone|reschedule',
  cancel: 'cancel|canceled|cancelled|canceling|cancelling|cancelation|cancellation',
  bad: 'terrible|horrible|bad|worst|poor|awful|pathetic|disgusting|shoddy|slow|rude',
  very: 'very|too|so|really',
  pain: 'pain|pains|paining|cramp|cramps|ache',

  // Of feelings.
  well: 'well|nicely|clearly|properly|patiently|politely|smoothly|beautifully|quickly|thoroughly|perfectly|kindly|superbly|wonderfully|fine',
  praised:
    'you|they|he|she|everyone|everybody|staff|nurse|nurses|lady|doctor|team|people|man|boy|guy|manager|sister|madam|driver|teacher|teachers|technician|guard|receptionist',
  count:
    '#|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|half|an|many|several|few|last|past|so',
  while: 'hour|hours|minute|minutes|mins|day|days|week|weeks|month|months|morning|yesterday|long|ages',
  waiting: 'waiting|waited|wait|hold|standing|stand|queue|line|sitting|trying|phone',
  blamed:
    'you|they|your|staff|doctor|doctors|driver|technician|nurse|nurses|manager|receptionist|guy|people|lady|team|company|waiter|engineer|agent|executive|boy|person|department|anyone|anybody|someone|teacher|plumber|electrician|mechanic|reception|nobody',
  serves:
    'answer*|call|called|calls|calling|call_back|pick*|reply|replied|replies|replying|respond*|helping|helped|helps|listen*|explain*|inform*|told|tell|come|came|coming|turn*|show*|arrive*|understand*|understood|care|cares|cared|look*|deliver*|fix*|solve*|resolve*|refund*|attend*|bother*|honour*|apologi*|respect*|mention*|update*|return*|clean*|keep|kept|sent|send|gave|give_me|get_back|checked|interested|serious|trained|work*|acknowledge*|knows|install*|do_anything|seem*|taking|took',
  illness:
    'pain|pains|aches|headache|fever|cough|cold|cramps|migraine|infection|injury|accident|bleeding|vomiting|condition|stomach|throat|tooth|toothache|breath|symptoms|allergy',
  sufferer:
    'he|she|i|mother|father|mummy|papa|wife|husband|son|daughter|baby|child|patient|condition|health|fever|pain|cough|swelling',
  belonging:
    'ac|fridge|refrigerator|car|bike|scooter|scooty|phone|mobile|laptop|tv|television|machine|geyser|tap|pipe|fan|cooler|inverter|battery|vehicle|computer|printer|watch|cycle|heater|mixer|oven|door|lock|sink|flush|pump|motor|tyre|engine|screen|screens|glass|light|lights|lift|bulb|wifi|kitchen',
} as const;
