import { type Command, canvasInFront, textInFront } from '../command';

export const command: Command = {
  id: 'dataweir.fixAll',
  title: 'Fix All Findings That Have a Safe Fix',
  shortTitle: 'Fix All',
  palette: `${canvasInFront} || ${textInFront}`,
  fromCanvas: true,
  run: () => import('../actions/fix-all'),
};
