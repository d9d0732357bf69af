import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { Failure } from '../../../graphql/errors.ts';
import type { ContinueTestCallMutation, TestCallMoment } from '../../../graphql/generated/graphql.ts';
import { BEGIN_TEST_CALL, CONTINUE_TEST_CALL } from '../operations.ts';
import { changedFields, type PersonaText } from '../persona-text.ts';

type Reply = ContinueTestCallMutation['continueTestCall'];
export type TestLine = {
  speaker: 'CALLER' | 'AGENT';
  text: string;
  /** How the agent's line came to be; the greeting needs no model. */
  reply?: Reply;
  endsCall?: boolean;
};

/** Now, or as if the business were open or closed. */
export const MOMENTS: readonly TestCallMoment[] = ['NOW', 'OPEN', 'CLOSED'];

/** A test call in this page's memory alone. */
export function useTestCall(tenantId: string, draft: PersonaText, onRefused: (error: unknown) => Failure) {
  const [begin, { loading: isStarting }] = useMutation(BEGIN_TEST_CALL);
  const [continueTestCall] = useMutation(CONTINUE_TEST_CALL);
  const [moment, setMoment] = useState<TestCallMoment>('NOW');
  const [played, setPlayed] = useState<Pick<Reply, 'isOpen' | 'playedAt'>>();
  const [lines, setLines] = useState<readonly TestLine[]>([]);
  const [usedDraft, setUsedDraft] = useState(draft);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // Of a call that was started over, late replies are of no use.
  const callNumber = useRef(0);

  const failed = (failure: unknown) => {
    onRefused(failure);
    setError(failure);
  };

  const start = async (at = moment): Promise<void> => {
    callNumber.current += 1;
    const number = callNumber.current;
    setBusy(false);
    setError(undefined);
    try {
      const { data } = await begin({ variables: { tenantId, draft, moment: at } });
      if (number !== callNumber.current || !data) return;
      const { greeting, endsCall } = data.beginTestCall;
      setPlayed(data.beginTestCall);
      setLines([{ speaker: 'AGENT', text: greeting, endsCall }]);
      setUsedDraft(draft);
    } catch (failure) {
      if (number === callNumber.current) failed(failure);
    }
  };

  /** A call that is under way begins again. */
  const playAt = (at: TestCallMoment) => {
    setMoment(at);
    if (lines.length > 0) void start(at);
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
      const { data } = await continueTestCall({ variables: { tenantId, draft, moment, lines: spoken } });
      if (number !== callNumber.current) return true;
      if (data) {
        setLines([...said, lineOf(data.continueTestCall)]);
        setPlayed(data.continueTestCall);
      }
      setUsedDraft(draft);
      return true;
    } catch (failure) {
      if (number !== callNumber.current) return true;
      setLines(lines);
      failed(failure);
      return false;
    } finally {
      if (number === callNumber.current) setBusy(false);
    }
  };

  return {
    lines,
    moment,
    played,
    isBusy,
    isStarting,
    error,
    isOver: lines.at(-1)?.endsCall === true,
    hasDraftChanged: changedFields(usedDraft, draft).length > 0,
    start: () => start(),
    playAt,
    say,
  };
}

export type RunningTestCall = ReturnType<typeof useTestCall>;

const lineOf = (reply: Reply): TestLine => ({
  speaker: 'AGENT',
  text: reply.sentences.join(' '),
  endsCall: reply.endsCall,
  reply,
});
