import * as z from 'zod';

export const config = z.strictObject({
  framework: z.enum(['spark']).default('spark').meta({ title: 'Framework' }),
  releaseLabel: z
    .string()
    .regex(/^emr-[67][.][0-9]{1,2}[.]0$/, 'write a release, such as emr-7.9.0')
    .default('emr-7.9.0')
    .meta({ title: 'Release' }),
  namespace: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,61}[a-z0-9]$/, 'use lower-case letters, digits and "-"')
    .default('emr-jobs')
    .meta({ title: 'Namespace', description: 'Of the Kubernetes cluster, in which jobs run.' }),
  securityConfiguration: z.string().max(256).optional().meta({ title: 'Security configuration', advanced: true }),
  lineage: z.boolean().default(false).meta({ title: 'Lineage', advanced: true }),
});
