import * as z from 'zod';

export const config = z.strictObject({
  queryMode: z
    .enum(['SPICE', 'direct'])
    .default('SPICE')
    .meta({ title: 'Query mode', description: 'SPICE serves readers from memory; direct asks the source each time.' }),
  refreshMinutes: z
    .int()
    .positive()
    .optional()
    .meta({ title: 'Refresh', unit: 'min', description: 'Interval of the SPICE refresh.' }),
  edition: z.enum(['STANDARD', 'ENTERPRISE']).default('ENTERPRISE').meta({ title: 'Edition' }),
  principalArn: z
    .string()
    .regex(
      /^arn:[a-z-]+:quicksight:[a-z0-9-]+:\d{12}:(user|group)\/.+$/,
      'write the ARN of a Quick Sight user or group',
    )
    .optional()
    .meta({
      title: 'Author',
      description: 'Quick Sight user or group that owns the data set; a parameter of the stack when left out.',
    }),
  vpcConnection: z.array(z.string()).default([]).meta({ title: 'VPC connection', advanced: true }),
});
