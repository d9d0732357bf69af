import { graphql } from '../../graphql/generated/gql.ts';
import type { UsersOfQuery } from '../../graphql/generated/graphql.ts';

export const USERS = graphql(`
  query UsersOf($tenantId: ID) {
    users(tenantId: $tenantId) { id email name role createdAt disabledAt mustChangePassword hasSecondFactor }
  }
`);

export const INVITE = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) { temporaryPassword user { id name } }
  }
`);

export const CHANGE_ROLE = graphql(`
  mutation ChangeUserRole($id: ID!, $role: Role!, $tenantId: ID) {
    changeUserRole(id: $id, role: $role, tenantId: $tenantId) { id role }
  }
`);

export const RESET = graphql(`
  mutation ResetUserPassword($id: ID!) {
    resetUserPassword(id: $id) { temporaryPassword user { id mustChangePassword } }
  }
`);

export const END_SESSIONS = graphql(`mutation EndUserSessions($id: ID!) { endUserSessions(id: $id) { id } }`);
export const RESET_SECOND_FACTOR = graphql(`
  mutation ResetUserSecondFactor($id: ID!) { resetUserSecondFactor(id: $id) { id hasSecondFactor } }
`);
export const DISABLE = graphql(`mutation DisableUser($id: ID!) { disableUser(id: $id) { id disabledAt } }`);
export const ENABLE = graphql(`mutation EnableUser($id: ID!) { enableUser(id: $id) { id disabledAt } }`);

export type ListedUser = UsersOfQuery['users'][number];
