import { type EdgeView, type Endpoint, type NodeView, viewAs } from '../kit/cdk';
import { service } from '../services/source.database/service';
import { outsideSecret, outsideValue } from './outside';

/** Ports on which engines listen unless somebody says otherwise. */
const usualPorts: Readonly<Record<string, number>> = {
  mysql: 3306,
  mariadb: 3306,
  postgresql: 5432,
  oracle: 1521,
  sqlserver: 1433,
  db2: 50_000,
  mongodb: 27_017,
};

/**
 * Where a database of a design is: one of the stack, or one outside. Of the latter, what the design does not say becomes
 * a parameter of the stack. Undefined for kinds that have no such place.
 */
export function endpointOf(view: Pick<EdgeView, 'design' | 'parameter'>, node: NodeView): Endpoint | undefined {
  const outside = viewAs(node, service);
  if (!outside) return view.design.endpoint(node);
  const { engine = 'postgresql', host, port, database } = outside.config;
  return {
    engine,
    host: outsideValue(view, outside, 'Host', host, 'Host of'),
    port: port ?? usualPorts[engine]!,
    database: database?.trim() ? database : undefined,
    secretArn: outsideSecret(view, outside),
  };
}
