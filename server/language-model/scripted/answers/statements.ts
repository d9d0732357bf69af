/** Whom or what a statement about the business begins with. */
const STATES =
  /^(?:we|our|the|there|an?|consultation|fees?|timings?|address|opening hours|working hours|visiting hours|hours|location|services?|doctors?|parking|phone|opd|prices?|charges?|cost|dr\.?|mr\.?|mrs\.?|ms\.?|free|open|closed|monday|mon|on|every|all|appointments?|payments?|insurance|\p{Lu}[\p{L}'&-]*(?: \p{Lu}[\p{L}'&-]*){0,4} (?:is|are|was|offers?|has|have|opens?|costs?|accepts?|takes?)\b|[\p{L} ]{2,30}:)/iu;
/** Something that only a statement for callers has. */
const TELLS =
  /₹|\b(?:rs\.?|inr|rupees?)\s*\d|\d\s*(?:rupees|\/-|am|pm|a\.m|p\.m)\b|\b\d{1,2}:\d{2}\b|\b(?:open|closed|located|address|opposite|near|road|street|parking|accept|offer|provide|doctors?|dr|insurance|24 hours|free)\b/iu;
/** Instructions for the receptionist, or not meant for callers. */
const KEPT =
  /\b(?:you|your|yours|yourself|callers?|never|always|must|should|do not|don't|dont|avoid|only if|unless|if|when asked|ask|say|tell|reply|respond|answer|mention|disclose|reveal|share|confidential|internal|secret|private|password|passcode|pin(?! ?code)|(?<!pin ?)code|instructions?|prompt|rules?|policy|staff|employees?|margin|discounts?|negotiate|tone|polite|greet|voice|assistant|receptionist|role|persona|language model|ai|transfer|escalate)\b/iu;

const LONGEST = 220;
const MOST = 40;

/**
 * The statements about the business that instructions hold, as some tenants write everything into them: "We are open
 * from 9 am to 7 pm." Instructions are never read out, so only a sentence goes that begins like a statement, tells
 * something that callers ask for, and neither instructs the receptionist nor holds a word of what is kept.
 */
export function statementsIn(instructions: string): string[] {
  return instructions
    .toWellFormed()
    .split(/\r?\n|(?<=[.!?।])(?<!\b(?:dr|mr|mrs|ms|rs|no|st|a\.m|p\.m)\.)\s+/iu)
    .map((sentence) =>
      sentence
        .replace(/^\s*[-–—•*+]\s+/u, '')
        .replace(/[\p{Cc}\p{Cf}*_`#>|\s]+/gu, ' ')
        .trim(),
    )
    .filter(
      (sentence) =>
        sentence.length <= LONGEST && STATES.test(sentence) && TELLS.test(sentence) && !KEPT.test(sentence),
    )
    .slice(0, MOST)
    .map((sentence) => (/[.!?।]$/u.test(sentence) ? sentence : `${sentence}.`));
}
