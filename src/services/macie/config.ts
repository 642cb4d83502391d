import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  enable: z.boolean().default(true).meta({
    title: 'Enable Macie',
    group: 'Account',
    description: 'Off where the account has Macie already in this Region: it can be enabled once.',
  }),
  publishing: z.enum(['FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS']).default('SIX_HOURS').meta({
    title: 'Updates published',
    group: 'Account',
    description: 'How often repeated findings are sent to EventBridge; new ones are sent at once.',
    source: 'https://docs.aws.amazon.com/macie/latest/user/findings-publish-frequency.html',
  }),
  schedule: z.enum(['daily', 'weekly', 'monthly']).default('weekly').meta({
    title: 'Look',
    group: 'Discovery',
    description: 'How often a job looks through the buckets, unless their edge has an interval.',
  }),
  samplingPercent: z.int().min(facts.samplingPercent.value.min).max(facts.samplingPercent.value.max).default(100).meta({
    title: 'Sample',
    unit: '% of objects',
    group: 'Discovery',
    source: facts.samplingPercent.source,
  }),
});
