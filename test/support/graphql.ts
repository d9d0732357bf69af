/** What a GraphQL server answers. Tests read `data` as they asked for it. */
export type Answer = {
  data: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions?: Record<string, unknown> }[];
};

/** Asks a KaiVox over HTTP. */
export type GraphqlClient = {
  (
    query: string,
    options?: { variables?: Record<string, unknown>; token?: string | undefined },
  ): Promise<Answer>;
  /** @returns a session's token */
  signIn(user: { email: string; password: string }): Promise<string>;
};

export function graphqlClient(url: string): GraphqlClient {
  const ask = async (
    query: string,
    { variables, token }: { variables?: Record<string, unknown>; token?: string | undefined } = {},
  ): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  const signIn = async ({ email, password }: { email: string; password: string }): Promise<string> => {
    const { data, errors } = await ask(
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
      { variables: { email, password } },
    );
    const session = data?.signIn as { token: string } | undefined;
    if (!session) throw new Error(`Signing in failed: ${JSON.stringify(errors)}`);
    return session.token;
  };
  return Object.assign(ask, { signIn });
}
