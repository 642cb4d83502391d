import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  admins: z
    .array(
      z
        .string()
        .regex(
          /^arn:aws:iam::[0-9]{12}:(role|user)\/[A-Za-z0-9_+=,.@-]{1,64}$/,
          'write the ARN of an IAM role or user',
        ),
    )
    .max(facts.adminsMax.value - 1)
    .default([])
    .meta({
      title: 'Administrators',
      group: 'Permissions',
      description: 'ARNs of roles and users, besides the role that deploys the stack.',
      source: facts.adminsMax.source,
    }),
  iamDefaults: z.boolean().default(true).meta({
    title: 'Open to IAM',
    group: 'Permissions',
    description: 'New databases and tables are open to whoever IAM lets in; off, only grants of Lake Formation count.',
    source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/change-settings.html',
  }),
  hybridAccess: z.boolean().default(false).meta({
    title: 'Hybrid access',
    group: 'Locations',
    description: 'In registered locations, Lake Formation decides only for those who opted in; IAM for all others.',
    source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/hybrid-access-mode.html',
  }),
  tableType: z.enum(['none', 'iceberg', 'governed']).default('none').meta({
    title: 'Table type',
    group: 'Locations',
    description: 'Governed tables ended; Iceberg tables take their place.',
    advanced: true,
  }),
});
