const GOODBYE =
  /(^|[\s,.!?])(good ?bye|bye|bye ?bye|tata|alvida|khuda hafiz|allah hafiz|good ?night|shubh ratri|अलविदा|बाय|शुभ रात्रि)([\s,.!]*(for now|then|now|sir|madam|ma'?am|mam|ji|doctor|thank you( so much| very much)?|thanks( a lot)?|have a (nice|good|great) (day|evening|night)|take care))*[\s,.!।]*$/iu;
const TAKES_LEAVE =
  /^((no|nope|nahi|nahin|ok|okay|alright|all right|fine|great|yes|thank you( so much| very much)?|thanks( a lot)?|and)[\s,.!]*)*(that('| i|’)?s (all|it|everything)|that('ll| will) be all|nothing else|nothing more|bas itna hi( tha)?|(aur )?kuch nahi|see (you|ya)( later| soon| then| tomorrow)?|talk to you (later|soon)|(you )?have a (nice|good|great|lovely) (day|evening|night|weekend)|take care|phir milenge|phir milte hain|(main )?(phone )?rakht[ia] h(oon|un|u)|फिर मिलेंगे)([\s,.!]*(for now|from my side|i need(ed)?|i wanted( to know)?|ok|okay|thank you( so much| very much)?|thanks( a lot)?|sir|madam|ma'?am|ji|dhanyavaad|shukriya))*[\s,.!।]*$/iu;
const TALKED_ABOUT = /\b(say|said|saying|don'?t|never|not|the|a|an|stop|tell)\s+(good ?bye|bye)[\s.!]*$/iu;

/**
 * Whether the caller takes leave. The line is closed where `calls/farewell.ts` finds so, which may see more; what is
 * missed here costs the caller the farewell, and what is found here too much costs them the rest of the call.
 */
export function takesLeave(words: string): boolean {
  if (/\?\s*$/u.test(words)) return false;
  const ending = words.trim().slice(-160).replace(/[’]/gu, "'");
  if (GOODBYE.test(ending)) return !TALKED_ABOUT.test(ending);
  return words.length <= 160 && TAKES_LEAVE.test(ending);
}
