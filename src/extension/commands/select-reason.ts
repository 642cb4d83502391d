import type { Command } from '../command';

/** Part of the code action that suppresses a finding. */
export const command: Command = {
  id: 'dataweir.selectReason',
  title: 'Write the Reason of a Suppression',
  palette: false,
  run: () => import('../actions/select-reason'),
};
