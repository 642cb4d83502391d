import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  product: z.string().optional().meta({ title: 'What it is' }),
  cloudFormationType: z
    .string()
    .regex(/^[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9]+$/)
    .optional()
    .meta({ title: 'CloudFormation type', description: 'AWS::Service::Resource, for people: nothing is exported.' }),
  protocol: sourceFields.protocol,
  engine: z.string().optional().meta({ title: 'Engine' }),
  framework: z.string().optional().meta({ title: 'Framework', advanced: true }),
  vpcConnection: sourceFields.vpcConnection,
});
