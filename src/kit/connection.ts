import type { edgeKinds } from '../model/vocabulary';

/**
 * How a pair of services joins.
 *
 * `native`: configuration only. `zero-etl`: managed replication. `connector`: needs an agent, connector or driver.
 * `code`: needs Lambda or other code. `query`: queried in place. `metadata`: metadata or permissions only.
 * `refused`: not possible or not sensible; `pattern` says the way round.
 */
export type Way = 'native' | 'zero-etl' | 'connector' | 'code' | 'query' | 'metadata' | 'refused';

/** Actions that a principal needs on one of the two ends for an edge to work: least privilege, from the matrix. */
export interface Permission {
  /** Who needs them, in the words of the matrix: `delivery role`, `function`, `caller`. */
  readonly role: string;
  /** Whose role that is: the node at that end of the edge; `outside` is a principal that the design does not own. */
  readonly holder: 'from' | 'to' | 'outside';
  /** The end whose resource the actions touch. */
  readonly on: 'from' | 'to';
  /** Where they are written: in the role's policy, or in the resource policy of the end they touch. */
  readonly grant: 'role' | 'resource-policy';
  readonly actions: readonly string[];
}

export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly way: Way;
  /** How it is done; for a refused pair, the way round. */
  readonly pattern: string;
  readonly permissions?: readonly Permission[];
  /** For `connector` and `code` pairs, and refused ones: kinds that can stand between. */
  readonly intermediates?: readonly string[];
}

/** A mechanism that joins services: light, because the canvas asks it while a person drags an edge. */
export interface Connection {
  readonly mechanism: string;
  readonly summary: string;
  readonly pairs: readonly Pair[];
}

export function defineConnection(connection: Connection): Connection {
  return connection;
}

/** What an edge of this pair means unless somebody says otherwise. */
export function edgeKindOf(way: Way): (typeof edgeKinds)[number] {
  return way === 'query' ? 'query' : way === 'metadata' ? 'metadata' : 'data';
}

/** A kind for which the rows of another hold. */
export interface Alias {
  readonly kind: string;
  readonly like: string;
  /** Only the rows in which the sibling stands at this end. */
  readonly only?: 'from' | 'to';
  /** Actions of the sibling, and those of the kind in their place. */
  readonly actions: Readonly<Record<string, string>>;
}

/** The compatibility matrix: every pair of every mechanism. */
export class Matrix {
  readonly #pairs = new Map<string, { pair: Pair; connection: Connection }>();

  constructor(connections: readonly Connection[], aliases: readonly Alias[] = []) {
    for (const connection of connections) {
      for (const pair of connection.pairs) {
        const key = `${pair.from} ${pair.to}`;
        const other = this.#pairs.get(key);
        if (other)
          throw new Error(`${key} is in two connections: ${other.connection.mechanism} and ${connection.mechanism}`);
        this.#pairs.set(key, { pair, connection });
      }
    }
    for (const alias of aliases) this.#derive(alias);
  }

  #derive({ kind, like, only, actions }: Alias): void {
    const own = (list: readonly string[]): string[] => [...new Set(list.map((action) => actions[action] ?? action))];
    for (const { pair, connection } of [...this.#pairs.values()]) {
      const ends = [
        only !== 'to' && pair.from === like ? { from: kind, to: pair.to } : undefined,
        only !== 'from' && pair.to === like ? { from: pair.from, to: kind } : undefined,
        only === undefined && pair.from === like && pair.to === like ? { from: kind, to: kind } : undefined,
      ];
      for (const end of ends) {
        if (!end || this.#pairs.has(`${end.from} ${end.to}`)) continue;
        const permissions = pair.permissions?.map((permission) => ({
          ...permission,
          actions: own(permission.actions),
        }));
        this.#pairs.set(`${end.from} ${end.to}`, {
          pair: { ...pair, ...end, ...(permissions && { permissions }) },
          connection,
        });
      }
    }
  }

  /** Undefined when the matrix does not list the pair: then it is not possible. */
  find(from: string, to: string): Pair | undefined {
    return this.#pairs.get(`${from} ${to}`)?.pair;
  }

  mechanism(from: string, to: string): Connection | undefined {
    return this.#pairs.get(`${from} ${to}`)?.connection;
  }

  /** Kinds that may follow `from`, whatever they need in between. */
  feeds(from: string): readonly Pair[] {
    return [...this.#pairs.values()]
      .map(({ pair }) => pair)
      .filter((pair) => pair.from === from && pair.way !== 'refused');
  }

  pairs(): readonly Pair[] {
    return [...this.#pairs.values()].map(({ pair }) => pair);
  }
}
