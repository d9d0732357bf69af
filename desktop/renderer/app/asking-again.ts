import { Observable } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { failureOf } from '../graphql/errors.ts';

/**
 * Does once more what the server refused until a code of the second factor was given.
 * @param ask has the user give one; false where the user would rather not. What is refused meanwhile waits for the same.
 */
export function askingAgain(ask: () => Promise<boolean>): ErrorLink {
  let asked: Promise<boolean> | undefined;
  const answer = () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    return asked;
  };
  return new ErrorLink(({ error, operation, forward }) => {
    if (failureOf(error).reason !== 'SECOND_FACTOR_NEEDED') return undefined;
    return new Observable((observer) => {
      const answered = answer().then((isGiven) =>
        isGiven ? forward(operation).subscribe(observer) : observer.error(error),
      );
      return () => void answered.then((again) => again?.unsubscribe());
    });
  });
}
