import { applyNodeChanges, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react';
import { memo, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { largeDesign } from '../../webview/dev/graph';

/** The obvious build, as a reference: React Flow with a memoised node of the same size and content, and nothing else. */
const Card = memo(function Card({ data }: NodeProps<Node<{ label: string; kind: string }>>) {
  return (
    <div style={{ width: 190, height: 64, border: '1px solid', display: 'flex', gap: 8, alignItems: 'center' }}>
      <Handle type="target" position={Position.Left} />
      <svg width="32" height="32" aria-hidden="true">
        <rect width="32" height="32" fill="teal" />
      </svg>
      <div>
        <strong>{data.label}</strong>
        <div>{data.kind}</div>
        <span>1</span> <span>2</span> <span>3</span>
      </div>
      <Handle type="source" position={Position.Right} />
    </div>
  );
});

const nodeTypes = { card: Card };

function Plain({ count }: { readonly count: number }) {
  const [{ nodes: first, edges }] = useState(() => {
    const design = JSON.parse(largeDesign(count)) as {
      nodes: { id: string; kind: string; label: string; position: { x: number; y: number } }[];
      edges: { id: string; from: string; to: string }[];
    };
    return {
      nodes: design.nodes.map(
        ({ id, position, label, kind }): Node<{ label: string; kind: string }> => ({
          id,
          position,
          type: 'card',
          data: { label, kind },
        }),
      ),
      edges: design.edges.map(({ id, from, to }): Edge => ({ id, source: from, target: to })),
    };
  });
  const [nodes, setNodes] = useState(first);
  const onNodesChange = useCallback(
    (changes: Parameters<typeof applyNodeChanges>[0]) =>
      setNodes((now) => applyNodeChanges(changes, now) as typeof now),
    [],
  );
  return (
    <div style={{ width: '100vw', height: '100vh' }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        minZoom={0.01}
        defaultViewport={{ x: 0, y: 0, zoom: 1 }}
      />
    </div>
  );
}

createRoot(document.getElementById('root')!).render(
  <Plain count={Number(new URLSearchParams(location.search).get('nodes'))} />,
);
