import { service as aurora } from '../services/aurora/service';
import { service as documentdb } from '../services/documentdb/service';
import { service as neptune } from '../services/neptune/service';
import { service as rds } from '../services/rds/service';
import { service as redshift } from '../services/redshift/service';
import { service as redshiftServerless } from '../services/redshift-serverless/service';

/** Services that one rule looks at alike. */

export const warehouses = [redshift, redshiftServerless] as const;
/** Databases on instances in a VPC, encrypted when they are made or never. */
export const databases = [rds, aurora, documentdb, neptune] as const;
