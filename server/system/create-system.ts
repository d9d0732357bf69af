import type { Module } from '../infra/module.ts';
import { SystemResolver } from './system.resolver.ts';
import { type SystemParts, SystemService } from './system.service.ts';

/** What the platform's own state brings to the process. */
export const createSystem = (parts: SystemParts) =>
  ({ resolvers: [new SystemResolver(new SystemService(parts))] }) satisfies Module;
