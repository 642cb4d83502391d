import type { NodeView } from '../kit/cdk';

/**
 * Detail type of the events of a data set on a bus of the design: whoever sends and whoever listens name it the same. Of an
 * edge that carries none, events are named by their bus.
 */
export const detailType = (bus: Pick<NodeView, 'id'>, set: { readonly id: string } | undefined): string =>
  (set?.id ?? bus.id).slice(0, 128);
