import * as z from 'zod';
import { facts } from './facts';

const workers = z.int().min(1).max(facts.workersMax.value);
const classes = 'https://docs.aws.amazon.com/mwaa/latest/userguide/environment-class.html';

export const config = z.strictObject({
  version: z.enum(['2.7.2', '2.8.1', '2.9.2', '2.10.1', '2.10.3', '3.0.6']).default('3.0.6').meta({
    title: 'Airflow version',
    group: 'Environment',
    source: 'https://docs.aws.amazon.com/mwaa/latest/userguide/airflow-versions.html',
  }),
  environmentClass: z
    .enum(['mw1.micro', 'mw1.small', 'mw1.medium', 'mw1.large', 'mw1.xlarge', 'mw1.2xlarge'])
    .default('mw1.small')
    .meta({ title: 'Class', group: 'Environment', source: classes }),
  minWorkers: workers.default(1).meta({
    title: 'Fewest workers',
    group: 'Environment',
    source: facts.workersMax.source,
  }),
  maxWorkers: workers.default(10).meta({
    title: 'Most workers',
    group: 'Environment',
    source: facts.workersMax.source,
  }),
  schedulers: z
    .int()
    .min(facts.schedulers.value.least)
    .max(facts.schedulers.value.most)
    .default(2)
    .meta({ title: 'Schedulers', group: 'Environment', source: facts.schedulers.source }),
  webservers: z
    .int()
    .min(facts.webservers.value.least)
    .max(facts.webservers.value.most)
    .default(2)
    .meta({ title: 'Web servers', group: 'Environment', source: facts.webservers.source }),
  maintenance: z
    .string()
    .regex(/^(MON|TUE|WED|THU|FRI|SAT|SUN):([01]\d|2[0-3]):(00|30)$/, 'write DAY:HH:MM in UTC, such as SUN:03:30')
    .optional()
    .meta({ title: 'Weekly maintenance', unit: 'DAY:HH:MM UTC', group: 'Environment' }),
  logLevel: z
    .enum(['OFF', 'CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG'])
    .default('INFO')
    .meta({ title: 'Log level', group: 'Logs', description: 'Of the logs of tasks, the scheduler and the workers.' }),
  settings: z
    .record(z.string().regex(/^[a-z]{1,20}\.[a-z][a-z0-9_]{0,40}$/), z.string().regex(/^[ -~]{1,512}$/))
    .default({})
    .meta({
      title: 'Airflow settings',
      group: 'Environment',
      description: 'Such as core.parallelism. No passwords.',
      source: 'https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-env-variables.html',
    }),
  triggers: z.enum(['on-demand', 'schedule']).optional().meta({
    title: 'Started by',
    group: 'DAG',
    description: 'The clock where it has an interval, else by hand or by the API, when left out.',
  }),
  intervalMinutes: z.int().min(1).max(44_640).optional().meta({ title: 'Interval', unit: 'min', group: 'DAG' }),
  retryCatch: z.boolean().default(false).meta({
    title: 'Retry and catch',
    group: 'DAG',
    description: 'Every task is retried; what still fails is told to the topics, queues and buses it is joined to.',
  }),
  retrySeconds: z.int().min(1).max(86_400).default(300).meta({
    title: 'Wait before a retry',
    unit: 's',
    group: 'DAG',
  }),
  parallel: z.boolean().default(true).meta({
    title: 'Independent jobs side by side',
    group: 'DAG',
    description: 'Jobs that do not read what another one of them writes run at the same time.',
  }),
});
