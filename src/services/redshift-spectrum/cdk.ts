import { defineCdk, defineSlot, type NodeView } from '../../kit/cdk';
import { alarmsWithout } from '../../kit/cdk-parts';
import { sqlName, trustServerless } from '../../kit/cdk-warehouse';
import { service } from './service';

/** Databases of the catalogs that describe what is queried. */
export const externalDatabaseSlot = defineSlot<string>('external-database');
/** Warehouses that query through it. */
export const warehouseSlot = defineSlot<string>('warehouse');

type SpectrumView = NodeView<typeof service>;

export const externalSchema = (view: SpectrumView): string => view.config.schema ?? sqlName(view.id);
export const externalDatabase = (view: SpectrumView): string | undefined =>
  view.config.database ?? view.offered(externalDatabaseSlot)[0];

/** No resource of its own: the role under which a warehouse reads the lake, and a schema that the warehouse makes. */
export const cdk = defineCdk(service, {
  assumedBy: { service: 'redshift.amazonaws.com' },
  access: () => [],
  emit: (block) => {
    block.role();
    trustServerless(block);
    if (block.offered(warehouseSlot).length === 0)
      block.leaveOut('no warehouse queries through it: draw an edge to a cluster or a workgroup');
    if (externalDatabase(block) === undefined)
      block.leaveOut('no catalog describes the files: draw one, or name its database (config.database)');
    alarmsWithout(block, []);
  },
});
