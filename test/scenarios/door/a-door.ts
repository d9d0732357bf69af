import type { TelephoneOptions } from '../../phone/telephone.ts';
import type { GraphqlClient } from '../../support/graphql.ts';
import { ADMIN, aKaivox, type KaivoxOptions, RECEPTION, type RunningKaivox } from '../../support/kaivox.ts';

export type Urls = { answer: string; input: string; hangup: string };

/** What calls in Vobiz's name are signed with, once it is stored as the number's own key. */
export const TOKEN = 'the-account-s-token';

/** A KaiVox, with what its people do about the door of `pragati`. */
export async function aDoor(options: KaivoxOptions = {}) {
  const kaivox = await aKaivox(options);
  const { graphql } = kaivox;
  const admin = await graphql.signIn(ADMIN);
  const reception = await graphql.signIn(RECEPTION);
  const [pragati] = await kaivox.database.admin<{ id: string }>(
    `select id from tenants where slug = 'pragati'`,
  );
  const id = pragati?.id ?? '';
  const update = async (input: object) => {
    const { data, errors } = await graphql(
      `mutation ($id: ID!, $input: UpdateTenantInput!) { updateTenant(id: $id, input: $input) { status webhookAccess } }`,
      { token: admin, variables: { id, input } },
    );
    if (!data) throw new Error(JSON.stringify(errors));
    return data.updateTenant;
  };
  const urls = (token = reception, field = 'webhookUrls') => urlsOf(graphql, id, token, field);
  return {
    ...kaivox,
    ...{ id, admin, reception, update, urls },
    /** The key as it stands in the addresses now. */
    key: async () => keyIn((await urls(reception, 'keyedWebhookUrls')).answer),
    rotate: async (token = reception) =>
      graphql('mutation { rotateWebhookKey { slug webhookUrls { answer } } }', { token }),
    /** Stores TOKEN as the key of the number that is called. */
    signs: async () => {
      const [number] = await kaivox.database.admin<{ id: string }>('select id from phone_numbers');
      await graphql(
        'mutation ($id: ID!, $key: String) { updatePhoneNumber(id: $id, input: { providerApiKey: $key }) { id } }',
        { token: admin, variables: { id: number?.id, key: TOKEN } },
      );
    },
    /** Calls from another address than this machine's, as the proxy before us says. */
    phoneFrom: (address: string, more: Partial<TelephoneOptions> = {}) =>
      kaivox.phone({ fetch: fetchingFrom(address), ...more }),
    /** How many calls there are, and how many lines they have. */
    stored: () => storedIn(kaivox),
  };
}

async function urlsOf(graphql: GraphqlClient, id: string, token: string, field: string): Promise<Urls> {
  const { data, errors } = await graphql(
    `query ($id: ID!) { tenant(id: $id) { ${field} { answer input hangup } } }`,
    { token, variables: { id } },
  );
  const tenant = data?.tenant as Record<string, Urls> | undefined;
  const found = tenant?.[field];
  if (!found) throw new Error(`There are no ${field}: ${JSON.stringify(errors)}`);
  return found;
}

export const keyIn = (url: string): string => new URL(url).searchParams.get('k') ?? '';

const fetchingFrom =
  (address: string): typeof fetch =>
  (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as object), 'x-forwarded-for': address } });

const storedIn = ({ database }: RunningKaivox) =>
  database.admin(
    `select c.provider_call_id as id, c.status, c.verified, c.line_count as lines,
            (select count(*)::int from recordings r where r.call_id = c.id) as recordings
       from calls c order by c.started_at, c.id`,
  );
