import { type Command, canvasInFront, pipelineFile, textInFront } from '../command';

const trusted = 'isWorkspaceTrusted';

export const command: Command = {
  id: 'dataweir.report',
  title: 'Write Well-Architected Review…',
  icon: 'checklist',
  enablement: trusted,
  palette: `${trusted} && (${canvasInFront} || ${textInFront})`,
  menus: [
    { menu: 'editor/title', when: `${trusted} && (${canvasInFront} || ${textInFront})`, group: '2_export' },
    { menu: 'explorer/context', when: `${trusted} && ${pipelineFile}`, group: '7_modification@92' },
  ],
  run: () => import('../actions/report'),
};
