import { type DestinationStream, type Logger, pino } from 'pino';
import { masked } from './phone-number.ts';

export type Log = Logger;

/** Structured logs on standard output: phone numbers masked, credentials removed, callers' words never given to it. */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          'password',
          'token',
          'apiKey',
          'authorization',
          '*.password',
          '*.token',
          '*.apiKey',
          '*.authorization',
        ],
        censor: '••••',
      },
      serializers: { from: masked, to: masked, phone: masked, err: plainError },
    },
    destination ?? pino.destination(1),
  );
}

/** An error without the fields that database drivers and HTTP clients hang on it: those may hold callers' words. */
function plainError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    code,
    message: error.message.slice(0, 500),
    stack: error.stack?.split('\n').slice(1, 8).join('\n'),
  };
}
