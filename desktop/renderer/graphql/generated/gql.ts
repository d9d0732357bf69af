/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query Me {\n    me { id email name role mustChangePassword tenant { id slug name timeZone status } }\n  }\n": typeof types.MeDocument,
    "mutation SignOut { signOut }": typeof types.SignOutDocument,
    "\n  mutation SignIn($email: String!, $password: String!, $code: String) {\n    signIn(email: $email, password: $password, code: $code) { token }\n  }\n": typeof types.SignInDocument,
    "\n  query ChoosableTenants {\n    tenants(first: 100) { edges { node { id slug name timeZone status } } }\n  }\n": typeof types.ChoosableTenantsDocument,
    "\n  fragment OrderFields on NumberOrder {\n    id kind status e164 demo failure requestedAt requestedBy settledAt\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n    phoneNumber { id status provisioningIssue cooldownEndsAt }\n  }\n": typeof types.OrderFieldsFragmentDoc,
    "\n  query NumberOrders($tenantId: ID) {\n    numberOrders(tenantId: $tenantId) { ...OrderFields }\n  }\n": typeof types.NumberOrdersDocument,
    "\n  query NumberOrdersCsv($tenantId: ID) { numberOrdersCsv(tenantId: $tenantId) }\n": typeof types.NumberOrdersCsvDocument,
    "\n  mutation RetryPhoneNumber($id: ID!) {\n    retryPhoneNumber(id: $id) { id status provisioningIssue cooldownEndsAt }\n  }\n": typeof types.RetryPhoneNumberDocument,
    "\n  query PersonaOfTenant($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      persona { version agentName greeting instructions facts language noSpeechMessage }\n    }\n  }\n": typeof types.PersonaOfTenantDocument,
    "\n  query PersonaVersions($tenantId: ID!, $before: Int) {\n    personaVersions(tenantId: $tenantId, first: 10, before: $before) {\n      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage\n    }\n  }\n": typeof types.PersonaVersionsDocument,
    "\n  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(tenantId: $tenantId, input: $input) { version agentName greeting instructions facts language noSpeechMessage }\n  }\n": typeof types.UpdatePersonaDocument,
    "\n  mutation RestorePersona($tenantId: ID!, $version: Int!) {\n    restorePersona(tenantId: $tenantId, version: $version) { version agentName greeting instructions facts language noSpeechMessage }\n  }\n": typeof types.RestorePersonaDocument,
    "\n  mutation Rehearse($tenantId: ID!, $draft: UpdatePersonaInput!, $lines: [RehearsalLineInput!]!) {\n    rehearse(tenantId: $tenantId, draft: $draft, lines: $lines) { sentences source endsCall milliseconds told }\n  }\n": typeof types.RehearseDocument,
};
const documents: Documents = {
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": types.ChangePasswordDocument,
    "\n  query Me {\n    me { id email name role mustChangePassword tenant { id slug name timeZone status } }\n  }\n": types.MeDocument,
    "mutation SignOut { signOut }": types.SignOutDocument,
    "\n  mutation SignIn($email: String!, $password: String!, $code: String) {\n    signIn(email: $email, password: $password, code: $code) { token }\n  }\n": types.SignInDocument,
    "\n  query ChoosableTenants {\n    tenants(first: 100) { edges { node { id slug name timeZone status } } }\n  }\n": types.ChoosableTenantsDocument,
    "\n  fragment OrderFields on NumberOrder {\n    id kind status e164 demo failure requestedAt requestedBy settledAt\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n    phoneNumber { id status provisioningIssue cooldownEndsAt }\n  }\n": types.OrderFieldsFragmentDoc,
    "\n  query NumberOrders($tenantId: ID) {\n    numberOrders(tenantId: $tenantId) { ...OrderFields }\n  }\n": types.NumberOrdersDocument,
    "\n  query NumberOrdersCsv($tenantId: ID) { numberOrdersCsv(tenantId: $tenantId) }\n": types.NumberOrdersCsvDocument,
    "\n  mutation RetryPhoneNumber($id: ID!) {\n    retryPhoneNumber(id: $id) { id status provisioningIssue cooldownEndsAt }\n  }\n": types.RetryPhoneNumberDocument,
    "\n  query PersonaOfTenant($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      persona { version agentName greeting instructions facts language noSpeechMessage }\n    }\n  }\n": types.PersonaOfTenantDocument,
    "\n  query PersonaVersions($tenantId: ID!, $before: Int) {\n    personaVersions(tenantId: $tenantId, first: 10, before: $before) {\n      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage\n    }\n  }\n": types.PersonaVersionsDocument,
    "\n  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(tenantId: $tenantId, input: $input) { version agentName greeting instructions facts language noSpeechMessage }\n  }\n": types.UpdatePersonaDocument,
    "\n  mutation RestorePersona($tenantId: ID!, $version: Int!) {\n    restorePersona(tenantId: $tenantId, version: $version) { version agentName greeting instructions facts language noSpeechMessage }\n  }\n": types.RestorePersonaDocument,
    "\n  mutation Rehearse($tenantId: ID!, $draft: UpdatePersonaInput!, $lines: [RehearsalLineInput!]!) {\n    rehearse(tenantId: $tenantId, draft: $draft, lines: $lines) { sentences source endsCall milliseconds told }\n  }\n": types.RehearseDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n"): (typeof documents)["\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Me {\n    me { id email name role mustChangePassword tenant { id slug name timeZone status } }\n  }\n"): (typeof documents)["\n  query Me {\n    me { id email name role mustChangePassword tenant { id slug name timeZone status } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignOut { signOut }"): (typeof documents)["mutation SignOut { signOut }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($email: String!, $password: String!, $code: String) {\n    signIn(email: $email, password: $password, code: $code) { token }\n  }\n"): (typeof documents)["\n  mutation SignIn($email: String!, $password: String!, $code: String) {\n    signIn(email: $email, password: $password, code: $code) { token }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChoosableTenants {\n    tenants(first: 100) { edges { node { id slug name timeZone status } } }\n  }\n"): (typeof documents)["\n  query ChoosableTenants {\n    tenants(first: 100) { edges { node { id slug name timeZone status } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderFields on NumberOrder {\n    id kind status e164 demo failure requestedAt requestedBy settledAt\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n    phoneNumber { id status provisioningIssue cooldownEndsAt }\n  }\n"): (typeof documents)["\n  fragment OrderFields on NumberOrder {\n    id kind status e164 demo failure requestedAt requestedBy settledAt\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n    phoneNumber { id status provisioningIssue cooldownEndsAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NumberOrders($tenantId: ID) {\n    numberOrders(tenantId: $tenantId) { ...OrderFields }\n  }\n"): (typeof documents)["\n  query NumberOrders($tenantId: ID) {\n    numberOrders(tenantId: $tenantId) { ...OrderFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NumberOrdersCsv($tenantId: ID) { numberOrdersCsv(tenantId: $tenantId) }\n"): (typeof documents)["\n  query NumberOrdersCsv($tenantId: ID) { numberOrdersCsv(tenantId: $tenantId) }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryPhoneNumber($id: ID!) {\n    retryPhoneNumber(id: $id) { id status provisioningIssue cooldownEndsAt }\n  }\n"): (typeof documents)["\n  mutation RetryPhoneNumber($id: ID!) {\n    retryPhoneNumber(id: $id) { id status provisioningIssue cooldownEndsAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonaOfTenant($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      persona { version agentName greeting instructions facts language noSpeechMessage }\n    }\n  }\n"): (typeof documents)["\n  query PersonaOfTenant($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      persona { version agentName greeting instructions facts language noSpeechMessage }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonaVersions($tenantId: ID!, $before: Int) {\n    personaVersions(tenantId: $tenantId, first: 10, before: $before) {\n      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage\n    }\n  }\n"): (typeof documents)["\n  query PersonaVersions($tenantId: ID!, $before: Int) {\n    personaVersions(tenantId: $tenantId, first: 10, before: $before) {\n      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(tenantId: $tenantId, input: $input) { version agentName greeting instructions facts language noSpeechMessage }\n  }\n"): (typeof documents)["\n  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(tenantId: $tenantId, input: $input) { version agentName greeting instructions facts language noSpeechMessage }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestorePersona($tenantId: ID!, $version: Int!) {\n    restorePersona(tenantId: $tenantId, version: $version) { version agentName greeting instructions facts language noSpeechMessage }\n  }\n"): (typeof documents)["\n  mutation RestorePersona($tenantId: ID!, $version: Int!) {\n    restorePersona(tenantId: $tenantId, version: $version) { version agentName greeting instructions facts language noSpeechMessage }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Rehearse($tenantId: ID!, $draft: UpdatePersonaInput!, $lines: [RehearsalLineInput!]!) {\n    rehearse(tenantId: $tenantId, draft: $draft, lines: $lines) { sentences source endsCall milliseconds told }\n  }\n"): (typeof documents)["\n  mutation Rehearse($tenantId: ID!, $draft: UpdatePersonaInput!, $lines: [RehearsalLineInput!]!) {\n    rehearse(tenantId: $tenantId, draft: $draft, lines: $lines) { sentences source endsCall milliseconds told }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;