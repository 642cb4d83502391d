/** Names that the manifest and the code must agree on. */

export const canvasViewType = 'dataweir.canvas';
export const languageId = 'dataweir-pipeline';
export const fileSuffix = '.pipeline.json';
