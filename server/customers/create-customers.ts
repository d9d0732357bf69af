import type { Database } from '../infra/database.ts';
import type { Module } from '../infra/module.ts';
import { CustomerResolver } from './customer.resolver.ts';
import { CustomerService } from './customer.service.ts';

/** What customers bring to the process. */
export const createCustomers = (database: Database) =>
  ({ resolvers: [new CustomerResolver(new CustomerService(database))] }) satisfies Module;
