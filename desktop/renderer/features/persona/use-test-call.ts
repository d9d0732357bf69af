import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { Failure } from '../../graphql/errors.ts';
import type { RehearseMutation } from '../../graphql/generated/graphql.ts';
import { REHEARSE } from './operations.ts';
import { changedFields, type PersonaText } from './persona-text.ts';

type Reply = RehearseMutation['rehearse'];
export type TestLine = {
  speaker: 'CALLER' | 'AGENT';
  text: string;
  /** How the agent's line came to be; the greeting needs no model. */
  reply?: Reply;
};

/** A test call in this page's memory alone. */
export function useTestCall(tenantId: string, draft: PersonaText, onRefused: (error: unknown) => Failure) {
  const [rehearse] = useMutation(REHEARSE);
  const [lines, setLines] = useState<readonly TestLine[]>([]);
  const [usedDraft, setUsedDraft] = useState(draft);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // Of a call that was started over, late replies are of no use.
  const callNumber = useRef(0);

  const start = () => {
    callNumber.current += 1;
    setLines([{ speaker: 'AGENT', text: draft.greeting.trim() }]);
    setUsedDraft(draft);
    setBusy(false);
    setError(undefined);
  };

  /** @returns whether there is a reply; what was said is taken back otherwise, to be said again */
  const say = async (text: string): Promise<boolean> => {
    const number = callNumber.current;
    const said = [...lines, { speaker: 'CALLER' as const, text }];
    setLines(said);
    setBusy(true);
    setError(undefined);
    try {
      const spoken = said.map((line) => ({ speaker: line.speaker, text: line.text }));
      const { data } = await rehearse({ variables: { tenantId, draft, lines: spoken } });
      if (number !== callNumber.current) return true;
      if (data) setLines([...said, lineOf(data.rehearse)]);
      setUsedDraft(draft);
      return true;
    } catch (failure) {
      if (number !== callNumber.current) return true;
      setLines(lines);
      onRefused(failure);
      setError(failure);
      return false;
    } finally {
      if (number === callNumber.current) setBusy(false);
    }
  };

  return {
    lines,
    isBusy,
    error,
    isOver: lines.at(-1)?.reply?.endsCall === true,
    hasDraftChanged: changedFields(usedDraft, draft).length > 0,
    start,
    say,
  };
}

export type RunningTestCall = ReturnType<typeof useTestCall>;

const lineOf = (reply: Reply): TestLine => ({ speaker: 'AGENT', text: reply.sentences.join(' '), reply });
