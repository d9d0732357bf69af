const CALLER_SAYS_GOODBYE =
  /(^|[\s,.!?])(good\s?bye|bye(\s?bye)?|see (you|ya)( later| soon)?|talk to you later|have a (nice|good|great) (day|evening|night)|alvida|phir milenge|अलविदा)([\s,.!?]*(for now|then|sir|madam|ma'?am|ji|thank you|thanks))*[\s,.!?।]*$/iu;
const CALLER_IS_DONE =
  /^((no|nope|nahi|ok|okay|alright)[\s,.!]*)*(that('| i)?s (all|it)|that will be all|nothing else|nothing more|bas itna hi)([\s,.!]*(for now|i need(ed)?|i wanted|thank you( so much| very much)?|thanks( a lot)?))*[\s,.!?]*$/iu;

/** Whether these words of the caller end the call: a goodbye at their end, or "no, that's all, thank you". */
export function callerSaysGoodbye(words: string): boolean {
  // Only the end counts, and a pattern must never see more than a sentence or two of hostile input.
  const ending = words.trim().slice(-160);
  return CALLER_SAYS_GOODBYE.test(ending) || CALLER_IS_DONE.test(words.trim().slice(0, 160));
}

/** Whether the agent's last sentence ends the call. The model is told to say goodbye only then. */
export function agentSaysGoodbye(sentence: string): boolean {
  return (
    /(^|[^\p{L}])(good\s?bye|bye|अलविदा)[\s.!।]*$/iu.test(sentence.slice(-80)) ||
    /^(good\s?bye|bye)[,!. ]/iu.test(sentence)
  );
}
