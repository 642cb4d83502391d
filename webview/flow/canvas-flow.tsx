import {
  type Connection,
  ConnectionMode,
  type EdgeChange,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  type OnConnectStartParams,
  PanOnScrollMode,
  ReactFlow,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { type DragEvent, useEffect, useMemo, useRef } from 'react';
import type { PipelineDocument } from '../../src/model/document';
import { gridPx } from '../../src/model/operations';
import type { Point } from '../../src/picture/geometry';
import { findingsOf, useCanvas, useCanvasState } from '../canvas-context';
import { paletteDragType } from '../palette/drag';
import { type PipelineFlowEdge, Projector, type ServiceFlowNode } from '../projection/projection';
import { isEditable } from '../session/state';
import { useColorMode } from '../theme';
import { Frames } from './frames';
import { EdgeMarkers, PipelineEdge } from './pipeline-edge';
import { ServiceNode } from './service-node';

const nodeTypes = { service: ServiceNode };
const edgeTypes = { pipeline: PipelineEdge };
const grid: [number, number] = [gridPx, gridPx];
const fitOptions = { padding: 0.06, maxZoom: 1 };
const selectionKeys = ['Shift'];
const multiSelectionKeys = ['Meta', 'Control', 'Shift'];
const names = {
  'controls.ariaLabel': 'Zoom',
  'minimap.ariaLabel': 'Overview of the design',
};

/** The drawn design. */
export function CanvasFlow({ document }: { readonly document: PipelineDocument }) {
  const { actions, host, store } = useCanvas();
  const flow = useReactFlow<ServiceFlowNode, PipelineFlowEdge>();
  const root = useRef<HTMLDivElement>(null);
  const projector = useRef(new Projector()).current;
  const selection = useCanvasState((state) => state.selection);
  const moving = useCanvasState((state) => state.moving);
  const findings = useCanvasState(findingsOf);
  const editable = useCanvasState(isEditable);
  const minimap = useCanvasState((state) => state.panels.minimap);
  const connecting = useCanvasState((state) => state.connecting !== undefined);
  const colorMode = useColorMode();
  const picture = projector.project({ document, selection, moving, findings });
  const remembered = useMemo(() => host.loadState().viewport, [host]);
  /** Nobody has moved the view since it was fitted: it stays fitted while the room changes. */
  const fitted = useRef(remembered === undefined);
  const room = useStore(({ width, height }) => `${width} ${height}`);

  useEffect(() => {
    if (fitted.current && room !== '0 0') void flow.fitView(fitOptions);
  }, [flow, room]);

  useEffect(() => {
    const visible = () => {
      const box = root.current?.getBoundingClientRect();
      const { x, y, zoom } = flow.getViewport();
      return { x: -x / zoom, y: -y / zoom, width: (box?.width ?? 0) / zoom, height: (box?.height ?? 0) / zoom };
    };
    const duration =
      window.matchMedia('(prefers-reduced-motion: reduce)').matches ||
      window.document.body.classList.contains('vscode-reduce-motion')
        ? 0
        : 150;
    actions.view = {
      visible,
      fit: () => {
        fitted.current = true;
        void flow.fitView({ ...fitOptions, duration });
      },
      zoomIn: () => {
        fitted.current = false;
        void flow.zoomIn({ duration });
      },
      zoomOut: () => {
        fitted.current = false;
        void flow.zoomOut({ duration });
      },
      show: (box) => {
        const view = visible();
        const inside =
          box.x >= view.x &&
          box.y >= view.y &&
          box.x + box.width <= view.x + view.width &&
          box.y + box.height <= view.y + view.height;
        if (inside) return;
        fitted.current = false;
        void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
          zoom: Math.min(flow.getZoom(), 1),
          duration,
        });
      },
    };
    return () => {
      actions.view = undefined;
    };
  }, [actions, flow]);

  const onNodesChange = (changes: NodeChange<ServiceFlowNode>[]) => {
    const state = store.getState();
    let nodes: Set<string> | undefined;
    let places: Map<string, Point> | undefined;
    for (const change of changes) {
      if (change.type === 'select') {
        nodes ??= new Set(state.selection.nodes);
        if (change.selected) nodes.add(change.id);
        else nodes.delete(change.id);
      } else if (change.type === 'position' && change.position && editable) {
        places ??= new Map(state.moving);
        places.set(change.id, change.position);
      }
    }
    if (nodes) store.setState({ selection: { ...store.getState().selection, nodes }, inspected: undefined });
    if (places) store.setState({ moving: places });
  };

  const onEdgesChange = (changes: EdgeChange<PipelineFlowEdge>[]) => {
    let edges: Set<string> | undefined;
    for (const change of changes) {
      if (change.type !== 'select') continue;
      edges ??= new Set(store.getState().selection.edges);
      if (change.selected) edges.add(change.id);
      else edges.delete(change.id);
    }
    if (edges) store.setState({ selection: { ...store.getState().selection, edges }, inspected: undefined });
  };

  // Also called when a whole selection was dragged by its frame.
  const onNodeDragStop = (_event: unknown, _node: ServiceFlowNode, dragged: ServiceFlowNode[]) => {
    const { moving: places } = store.getState();
    void actions.move(new Map(dragged.flatMap(({ id }) => (places.has(id) ? [[id, places.get(id)!] as const] : []))));
  };

  const onConnectStart = (_event: unknown, { nodeId, handleType }: OnConnectStartParams) => {
    const node = document.value.nodes.find(({ id }) => id === nodeId);
    if (node) store.setState({ connecting: { node, end: handleType === 'target' ? 'to' : 'from' }, notice: undefined });
  };

  const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const { connecting: started } = store.getState();
    store.setState({ connecting: undefined });
    const at = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!started || !at) return;
    const below = window.document
      .elementFromPoint(at.clientX, at.clientY)
      ?.closest('.react-flow__node')
      ?.getAttribute('data-id');
    const end = below ?? state.toNode?.id;
    if (!end || end === started.node.id) return;
    const [from, to] = started.end === 'from' ? [started.node.id, end] : [end, started.node.id];
    void actions.connect(from, to, { x: at.clientX, y: at.clientY });
  };

  const onDragOver = (event: DragEvent) => {
    if (!editable || !event.dataTransfer.types.includes(paletteDragType)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };

  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(paletteDragType);
    if (!kind) return;
    event.preventDefault();
    void actions.add(kind, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }));
  };

  return (
    <div
      ref={root}
      className={`canvas-flow${connecting ? ' connecting' : ''}${connecting && store.getState().connecting?.end === 'to' ? ' connecting-back' : ''}`}
    >
      <EdgeMarkers />
      <ReactFlow<ServiceFlowNode, PipelineFlowEdge>
        nodes={picture.nodes}
        edges={picture.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStop={onNodeDragStop}
        connectOnClick={false}
        onNodeDoubleClick={() => actions.showPanel('inspector')}
        onEdgeDoubleClick={() => actions.showPanel('inspector')}
        zoomOnDoubleClick={false}
        onConnectStart={onConnectStart}
        onConnectEnd={onConnectEnd}
        isValidConnection={acceptAll}
        onPaneClick={() => {
          actions.dismiss();
          if (store.getState().inspected) store.setState({ inspected: undefined });
        }}
        onDragOver={onDragOver}
        onDrop={onDrop}
        onMoveStart={(event) => {
          if (event) fitted.current = false;
        }}
        onMoveEnd={() =>
          host.saveState({ ...host.loadState(), viewport: fitted.current ? undefined : flow.getViewport() })
        }
        nodesDraggable={editable}
        nodesConnectable={editable}
        edgesFocusable={false}
        edgesReconnectable={false}
        connectionMode={ConnectionMode.Strict}
        connectionRadius={16}
        snapToGrid
        snapGrid={grid}
        selectionKeyCode={selectionKeys}
        multiSelectionKeyCode={multiSelectionKeys}
        deleteKeyCode={null}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        panOnScrollMode={PanOnScrollMode.Free}
        minZoom={0.1}
        maxZoom={2}
        nodeDragThreshold={2}
        colorMode={colorMode}
        ariaLabelConfig={names}
        {...(remembered ? { defaultViewport: remembered } : { fitView: true, fitViewOptions: fitOptions })}
      >
        <Frames pipeline={document.value} places={picture.places} />
        {minimap && <MiniMap className="minimap" pannable zoomable nodeClassName={minimapClass} />}
      </ReactFlow>
      {picture.nodes.length === 0 && <EmptyDesign editable={editable} />}
    </div>
  );
}

function EmptyDesign({ editable }: { readonly editable: boolean }) {
  return (
    <div className="empty" data-testid="empty">
      <h2>An empty design</h2>
      {editable ? (
        <ol>
          <li>Drag a source, such as a web page or an application, from the palette.</li>
          <li>Add what takes the data in, keeps it and answers questions about it.</li>
          <li>Draw edges from the right of one node to the left of the next.</li>
        </ol>
      ) : (
        <p>It has no nodes.</p>
      )}
    </div>
  );
}

/** Every end is accepted while dragging: what is refused is refused with its reason when it is dropped. */
const acceptAll = (_connection: Connection | PipelineFlowEdge): boolean => true;
const minimapClass = (node: ServiceFlowNode): string => `minimap-node stage-${node.data.service?.stage ?? 'custom'}`;
