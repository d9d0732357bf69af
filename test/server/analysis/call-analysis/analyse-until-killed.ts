import 'reflect-metadata';
import { createAnalysis } from '../../../../server/analysis/create-analysis.ts';
import { createOrm } from '../../../../server/database/orm.ts';
import { systemClock } from '../../../../server/infra/clock.ts';
import { Database } from '../../../../server/infra/database.ts';
import type { Pace } from '../../../../server/infra/jobs/heartbeat.ts';
import { startJobs } from '../../../../server/infra/jobs/jobs.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { OpenAiAnalyst } from '../../../../server/language-model/openai/openai-analyst.ts';

export type Office = { databaseUrl: string; modelUrl: string; pace: Pace };

// A process that analyses calls until it is killed.
const [, , argument = '{}'] = process.argv;
const { databaseUrl, modelUrl, pace }: Office = JSON.parse(argument);
const log = createLog('silent');
const database = await Database.over(createOrm({ url: databaseUrl, poolSize: 8 }));
const analyst = new OpenAiAnalyst({ apiKey: 'sk-test-0123456789', baseUrl: modelUrl, model: 'gpt-4o-mini' });
const { tasks } = createAnalysis({ database, clock: systemClock, log, analyst, consequences: [] });
await startJobs({ url: databaseUrl, database, log, pace }, { tasks, schedule: [] });
