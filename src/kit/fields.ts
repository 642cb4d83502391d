import * as z from 'zod';

/** Configuration fields that several kinds share word for word. */
export const sourceFields = {
  protocol: z
    .enum(['https', 'mqtt', 'kafka', 'jdbc', 'mongodb', 'nfs', 'smb', 'sftp', 'sdk', 'webrtc'])
    .optional()
    .meta({ title: 'Protocol' }),
  vpcConnection: z
    .array(z.string())
    .default([])
    .meta({ title: 'VPC connection', description: 'VPC groups it can reach.' }),
};
