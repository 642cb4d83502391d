import { type Command, canvasInFront, pipelineFile, textInFront } from '../command';

const trusted = 'isWorkspaceTrusted';

export const command: Command = {
  id: 'dataweir.exportCloudFormation',
  title: 'Export CloudFormation Template…',
  enablement: trusted,
  palette: `${trusted} && (${canvasInFront} || ${textInFront})`,
  menus: [
    { menu: 'editor/title', when: `${trusted} && (${canvasInFront} || ${textInFront})`, group: '2_export' },
    { menu: 'explorer/context', when: `${trusted} && ${pipelineFile}`, group: '7_modification@91' },
  ],
  run: () => import('../actions/export-cloudformation'),
};
