import { type Command, canvasInFront, pipelineFile, textInFront } from '../command';

const trusted = 'isWorkspaceTrusted';

export const command: Command = {
  id: 'dataweir.exportCdk',
  title: 'Export CDK App…',
  icon: 'export',
  enablement: trusted,
  palette: `${trusted} && (${canvasInFront} || ${textInFront})`,
  menus: [
    { menu: 'editor/title', when: `${trusted} && (${canvasInFront} || ${textInFront})`, group: '2_export' },
    { menu: 'explorer/context', when: `${trusted} && ${pipelineFile}`, group: '7_modification@90' },
  ],
  fromCanvas: true,
  run: () => import('../actions/export-cdk'),
};
