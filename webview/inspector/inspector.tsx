import type { PipelineDocument } from '../../src/model/document';
export function Inspector({ document }: { readonly document: PipelineDocument }) {
  return <aside className="panel inspector">{document.value.name}</aside>;
}
