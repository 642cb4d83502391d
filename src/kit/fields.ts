import * as z from 'zod';

const hostLabel = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
/** The pattern of a host's name, or of its address. */
export const hostName = `${hostLabel}([.]${hostLabel}){0,8}`;

/** Configuration fields that several kinds share word for word. */
export const sourceFields = {
  protocol: z
    .enum(['https', 'mqtt', 'kafka', 'jdbc', 'mongodb', 'nfs', 'smb', 'sftp', 'sdk', 'webrtc'])
    .optional()
    .meta({ title: 'Protocol' }),
  host: z
    .string()
    .regex(new RegExp(`^${hostName}$`), 'write a host name such as db.example.com, or an address')
    .optional()
    .meta({ title: 'Host', description: 'Name or address; a parameter of the stack when left out.' }),
  vpcConnection: z
    .array(z.string())
    .default([])
    .meta({ title: 'VPC connection', description: 'VPC groups it can reach.' }),
};
