import { useCallback, useEffect, useRef, useState } from 'react';

/** Reads texts aloud with the browser's own voices, where it has some; silent elsewhere. */
export function useSpeaking(language: string) {
  const isPossible = 'speechSynthesis' in window;
  const [isSpeaking, setSpeaking] = useState(false);
  const stop = useCallback(() => {
    if (isPossible) window.speechSynthesis.cancel();
    setSpeaking(false);
  }, [isPossible]);
  const speak = useCallback(
    (text: string) => {
      if (!isPossible) return;
      window.speechSynthesis.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = language;
      utterance.onend = () => setSpeaking(false);
      utterance.onerror = () => setSpeaking(false);
      setSpeaking(true);
      window.speechSynthesis.speak(utterance);
    },
    [isPossible, language],
  );
  useEffect(() => stop, [stop]);
  return { isPossible, isSpeaking, speak, stop };
}

/** The part of the Web Speech API that is used here; TypeScript's DOM types leave it out. */
type Recognition = EventTarget & {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
};
type RecognitionClass = new () => Recognition;

declare global {
  interface Window {
    SpeechRecognition?: RecognitionClass;
    webkitSpeechRecognition?: RecognitionClass;
  }
}

/**
 * Listens to the microphone with the browser's own speech recognition, where it has one.
 * @param onHeard what was said so far; the last call has all of it
 * @param onDone with whether anything could be heard
 */
export function useListening(
  language: string,
  { onHeard, onDone }: { onHeard: (words: string) => void; onDone: (failed: boolean) => void },
) {
  // Electron has the class, but no service behind it that understands speech.
  const Recogniser = window.kaivox ? undefined : (window.SpeechRecognition ?? window.webkitSpeechRecognition);
  const running = useRef<Recognition>(undefined);
  const [isListening, setListening] = useState(false);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const start = () => {
    if (!Recogniser || running.current) return;
    const recogniser = new Recogniser();
    let hasFailed = false;
    recogniser.lang = language;
    recogniser.interimResults = true;
    recogniser.onresult = ({ results }) =>
      onHeard(
        Array.from(results, (result) => result[0]?.transcript ?? '')
          .join(' ')
          .trim(),
      );
    recogniser.onerror = ({ error }) => {
      hasFailed = error !== 'aborted';
    };
    recogniser.onend = () => {
      running.current = undefined;
      setListening(false);
      onDone(hasFailed);
    };
    running.current = recogniser;
    setListening(true);
    recogniser.start();
  };
  return { isPossible: Recogniser !== undefined, isListening, start, stop };
}
