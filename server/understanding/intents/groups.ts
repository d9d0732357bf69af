/** Words that stand for each other, by the name under which a phrase asks for them. */
export const groups = {
  visit:
    'appointment|appointments|appoinment|apointment|booking|slot|slots|visit|consultation|consult|checkup|session|reservation|token|अपॉइंटमेंट|अपॉइन्टमेंट|अपाइंटमेंट|बुकिंग',
  service:
    'ultrasound|sonography|scan|scanning|xray|mammogram|vaccination|vaccine|test|treatment|screening|delivery|haircut|facial|massage|demo|viewing|table|room',
  doctor:
    'doctor|doctors|dr|dr.|gynecologist|gynec|gynac|gynae|gyno|gynaec|specialist|consultant|physician|pediatrician|dentist|surgeon|dermatologist|therapist|counselor|dietician|dietitian|nutritionist|stylist|डॉक्टर',
  person:
    'human|person|someone|somebody|anyone|anybody|people|agent|representative|operator|receptionist|reception|staff|manager|supervisor|executive|nurse|sister|madam|matron|owner|billing|accounts|department|desk|pharmacy|lab|insurance|office|team|her|him|them|incharge|lady|in-charge|doctor|doctors|dr|dr.|gynecologist|specialist|consultant|डॉक्टर',
  patient:
    'she|he|mother|mom|mummy|mammy|father|papa|wife|husband|brother|sister|daughter|son|patient|baby|child|kid|bachcha|bacha|aunty|grandmother|grandfather|friend',
  baby: 'baby|child|kid|bachcha|bacha|fetus|बच्चा|बच्चे',
  day: 'today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|afternoon|kal|aaj|parso|कल|आज|परसों',
  place:
    'you|your|hospital|clinic|office|shop|store|salon|restaurant|branch|center|building|it|there|opd|aap|aapka|apka|aapki|reception|school|gym|place',
  shift: 'change|shift|move|push|postpone|prepone|reschedule|aage|pehle|baad|badha|badhana',
  cancel: 'cancel|canceled|cancelled|canceling|cancelling|cancelation|cancellation|radd|कैंसल|कैंसिल|रद्द',
  bad: 'terrible|horrible|bad|worst|poor|awful|pathetic|disgusting|shoddy|slow|rude|kharab|bekar|ganda|gandi|bura|buri|खराब|बेकार|गंदा|गंदी',
  very: 'very|too|so|really|bahut|bahot|bohot|bilkul|itna|itni|zyada|jyada|tez|बहुत|ज्यादा|इतना|तेज',
  pain: 'pain|pains|paining|cramp|cramps|ache|dard|दर्द',
} as const;
