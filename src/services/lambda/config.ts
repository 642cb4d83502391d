import * as z from 'zod';

export const config = z.strictObject({
  version: z
    .enum([
      'nodejs24.x',
      'nodejs22.x',
      'nodejs20.x',
      'nodejs18.x',
      'python3.15',
      'python3.14',
      'python3.13',
      'python3.12',
      'python3.11',
      'python3.10',
      'python3.9',
      'java25',
      'java21',
      'java17',
      'java11',
    ])
    .optional()
    .meta({
      title: 'Runtime',
      description: 'The newest of its family passes cdk-nag; the export uses the newest Node.js when left out.',
    }),
  memoryMB: z.int().min(128).default(128).meta({ title: 'Memory', unit: 'MB' }),
  batchSize: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .meta({ title: 'Batch size', unit: 'records', group: 'Stream source' }),
  maxRetries: z
    .int()
    .min(0)
    .max(10_000)
    .optional()
    .meta({ title: 'Retries of a batch', group: 'Stream source', description: 'Unlimited on shards when left out.' }),
  bisectOnError: z.boolean().default(false).meta({ title: 'Split a failing batch', group: 'Stream source' }),
  onFailure: z.string().optional().meta({
    title: 'On-failure target',
    group: 'Stream source',
    description: 'A node id; or "queue" for an SQS queue of its own.',
  }),
  urlAuth: z.enum(['none', 'iam']).optional().meta({ title: 'Function URL', description: 'No URL when left out.' }),
  masksPii: z.boolean().default(false).meta({ title: 'Masks personal data' }),
  vpcConnection: z
    .array(z.string())
    .default([])
    .meta({ title: 'VPC connection', description: 'VPC groups it can reach.' }),
  framework: z.string().optional().meta({ title: 'Framework', advanced: true }),
});
