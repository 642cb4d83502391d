import * as z from 'zod';

export const config = z.strictObject({
  authorization: z
    .enum(['none', 'iam', 'cognito', 'jwt', 'lambda', 'api-key'])
    .default('none')
    .meta({ title: 'Authorization', description: 'Who may call the API.' }),
  throttle: z
    .strictObject({
      ratePerSec: z.number().positive().optional().meta({ title: 'Steady rate', unit: 'requests/s' }),
      burst: z.int().positive().optional().meta({ title: 'Burst', unit: 'requests' }),
    })
    .optional()
    .meta({ title: 'Throttle', description: 'Protects what stands behind the API.' }),
  waf: z
    .boolean()
    .default(false)
    .meta({ title: 'AWS WAF', description: 'A web ACL with the managed common rules in front of the stage.' }),
});
