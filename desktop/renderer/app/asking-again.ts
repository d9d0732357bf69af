import { Observable } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { failureOf } from '../graphql/errors.ts';

/**
 * Does once more what the server refused until a code of the second factor was given.
 * @param ask has the user give one; false where the user would rather not
 */
export function askingAgain(ask: () => Promise<boolean>): ErrorLink {
  return new ErrorLink(({ error, operation, forward }) => {
    if (failureOf(error).reason !== 'SECOND_FACTOR_NEEDED') return undefined;
    return new Observable((observer) => {
      const answered = ask().then((isGiven) =>
        isGiven ? forward(operation).subscribe(observer) : observer.error(error),
      );
      return () => void answered.then((again) => again?.unsubscribe());
    });
  });
}
