import type { AuthCheckerFn } from 'type-graphql';
import type { Context, Rule } from '../auth/access.ts';
import { AppError } from '../infra/app-error.ts';

/**
 * Whether a viewer may use what is allowed to `rules`.
 * @throws AppError UNAUTHENTICATED where no user is signed in, FORBIDDEN for another role, or with `reason`
 * PASSWORD_CHANGE_REQUIRED for a user who has to choose a password first, SECOND_FACTOR_SETUP_REQUIRED for one who
 * has to set up a second factor
 */
export const checkAccess: AuthCheckerFn<Context, Rule> = ({ context: { viewer } }, rules) => {
  if (rules.includes('ANYONE')) return true;
  if (!viewer) throw new AppError('UNAUTHENTICATED', 'Please sign in.');
  if (!rules.includes(viewer.role)) throw new AppError('FORBIDDEN', 'Your role is not allowed to do this.');
  if (viewer.mustChangePassword && !rules.includes('ALSO_BEFORE_PASSWORD_CHANGE')) {
    throw new AppError('FORBIDDEN', 'Please choose a password of your own first.', {
      reason: 'PASSWORD_CHANGE_REQUIRED',
    });
  }
  if (viewer.mustSetUpSecondFactor && !rules.includes('ALSO_BEFORE_SECOND_FACTOR')) {
    throw new AppError('FORBIDDEN', 'Super admins need a second factor here. Please set one up first.', {
      reason: 'SECOND_FACTOR_SETUP_REQUIRED',
    });
  }
  return true;
};
