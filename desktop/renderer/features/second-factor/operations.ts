import { graphql } from '../../graphql/generated/gql.ts';

export const MINE = graphql(`
  query MySecondFactor { me { id email hasSecondFactor } }
`);

export const START = graphql(`
  mutation StartSecondFactor { startSecondFactor { secret uri } }
`);

export const CONFIRM = graphql(`
  mutation ConfirmSecondFactor($code: String!) { confirmSecondFactor(code: $code) }
`);

export const DISABLE = graphql(`
  mutation DisableSecondFactor($password: String!, $code: String!) {
    disableSecondFactor(password: $password, code: $code)
  }
`);
