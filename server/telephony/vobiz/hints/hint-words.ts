const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What stands before a person's name. */
export const TITLES = set(
  'dr doctor mr mrs ms miss prof professor shri sri smt kumari er adv advocate ca pt pandit sister nurse chef captain capt col',
);

/** May stand between the capitals of one name. */
export const LINKS = set('of de');

/**
 * Words that are capital where a sentence begins, or that every recogniser knows: alone they are no name, and no name
 * begins with them.
 */
export const PLAIN_WORDS = set(`
  a an the this that these those there here it its he she they we you i your our their his her my me us them
  and or but if when where while who what which why how whose before after until since because as so then than
  for from to at by in on of with without within about into over under near opposite behind beside between next
  is are was were be been being am do does did done have has had can could may might must shall should will would
  not no never always only also just even every each all any some many most more less other another both either
  please ask tell say give take help find offer answer greet listen speak call bring come go see keep make let use
  get check note confirm repeat explain mention suggest apologise apologize thank book send pay wait stay remember
  callers caller patients patient customers customer guests guest people relatives members open closed free new
  yes ok okay hello hi namaste welcome thanks sorry goodbye bye good morning afternoon evening night
  one two three four five six seven eight nine ten first second third last early late today tomorrow
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun weekday weekdays weekend daily
  january february march april june july august september october november december
  am pm rs inr rupees rupee gst nb eg ie etc faq phone email website address timing timings hours fee fees price
  prices cash cards card upi walk-in`);

/** Labels before a list of what callers may name: "Services: …". */
export const LIST_LABEL =
  /\b(?:services?|treatments?|departments?|special(?:i?t(?:y|ies)|i[sz]ations?)|doctors?|physicians?|surgeons?|dentists?|therapists?|stylists?|trainers?|teachers?|lawyers?|agents?|staff|team|people|consultants?|branch(?:es)?|locations?|areas?|places?|landmarks?|clinics?|wards?|courses?|class(?:es)?|subjects?|products?|brands?|models?|items?|menu|dishes|starters|mains|desserts|drinks|tests?|scans?|packages?|plans?|rooms?|facilities|offer(?:s|ings?)?|procedures?|insurers?|partners?)\b/i;

/** Words after which a sentence lists what there is. */
export const LISTING =
  /\b(?:offer(?:s|ing)?|provides?|includ(?:es?|ing)|such as|special(?:i[sz]es?|i[sz]ing) in|sells?|treats?|teach(?:es)?|serves?|repairs?|available (?:are|is)|services are|treatments are|departments are)\b:?\s+/i;

/** A price begins here. */
export const PRICE = /(?:₹|\brs\.?|\binr\b|\brupees?\b|[0-9])/i;

/** What says a price of what stands before it. */
export const COSTS = /\s+(?:costs?|starts? (?:at|from)|is priced|is charged|are charged|is free|are free)\b/i;
