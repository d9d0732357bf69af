import { graphql } from '../../graphql/generated/gql.ts';
import type { SettingsFieldsFragment } from '../../graphql/generated/graphql.ts';

export type Settings = SettingsFieldsFragment;

// A part of the documents below.
graphql(`
  fragment SettingsFields on PlatformSettings {
    vobizAppId vobizApiKeyHint marketplaceMode updatedAt requireSecondFactor
    connection { status detail checkedAt }
  }
`);

export const SETTINGS = graphql(`
  query PlatformSettings { platformSettings { ...SettingsFields } }
`);

export const SAVE = graphql(`
  mutation UpdatePlatformSettings($input: UpdatePlatformSettingsInput!) {
    updatePlatformSettings(input: $input) { ...SettingsFields }
  }
`);

export const CHECK = graphql(`
  mutation CheckVobizConnection { checkVobizConnection { ...SettingsFields } }
`);
