/** Every chat command. A new one is a record in a file of its subject, and a line here. */
import { fold } from '../../../core/language/text.ts';
import type { ChatCommand } from '../shape/command.ts';
import * as approval from './approval.ts';
import { callsCommand, groupsCommand, inviteCommand, resendCommand } from './chasing.ts';
import { claimsCommand, confirmClaimCommand, rejectClaimCommand } from './claims.ts';
import * as delegation from './delegation.ts';
import { burdenCommand, chartCommand, papersCommand, reconcileCommand, summaryCommand } from './figures.ts';
import { cancelCommand, helpCommand } from './general.ts';
import { handedInCommand, historyCommand } from './history.ts';
import { holdCommand } from './hold.ts';
import {
  amendCommand,
  directivesCommand,
  duplicateCommand,
  issueCommand,
  originalCommand,
  reissueCommand,
} from './issuing.ts';
import * as leaving from './leaving.ts';
import * as life from './life.ts';
import { pageCommand } from './page/page.ts';
import { answerCommand, askCommand, difficultiesCommand } from './questions.ts';
import { channelCommand, meCommand, startCommand } from './registering.ts';
import { changeCommand, draftCommand, reportCommand, signedCommand } from './reports.ts';
import { acknowledgeCommand, progressCommand, tasksCommand } from './tasks.ts';
import { whyCommand } from './why.ts';

export const chatCommands: readonly ChatCommand[] = [
  startCommand,
  tasksCommand,
  acknowledgeCommand,
  reportCommand,
  pageCommand,
  changeCommand,
  signedCommand,
  progressCommand,
  historyCommand,
  handedInCommand,
  channelCommand,
  meCommand,
  cancelCommand,
  helpCommand,
  summaryCommand,
  directivesCommand,
  issueCommand,
  life.numberCommand,
  life.extendCommand,
  life.excuseCommand,
  life.oweCommand,
  life.chaseCommand,
  life.sendBackCommand,
  life.submitCommand,
  life.closeCommand,
  life.reopenCommand,
  life.recallCommand,
  life.grantCommand,
  life.refuseCommand,
  life.requestsCommand,
  approval.approveCommand,
  approval.declineCommand,
  approval.letApproveCommand,
  approval.noLongerApproveCommand,
  delegation.delegateCommand,
  delegation.endDelegationCommand,
  delegation.awayCommand,
  delegation.backCommand,
  delegation.handOverCommand,
  delegation.confirmHandOverCommand,
  whyCommand,
  askCommand,
  answerCommand,
  reconcileCommand,
  difficultiesCommand,
  papersCommand,
  chartCommand,
  draftCommand,
  callsCommand,
  burdenCommand,
  resendCommand,
  originalCommand,
  amendCommand,
  duplicateCommand,
  reissueCommand,
  groupsCommand,
  inviteCommand,
  claimsCommand,
  confirmClaimCommand,
  rejectClaimCommand,
  leaving.ownDataCommand,
  leaving.eraseCommand,
  leaving.confirmEraseCommand,
  leaving.withdrawCommand,
  leaving.confirmWithdrawCommand,
  leaving.stopCommand,
  leaving.keepCommand,
  leaving.revokeCommand,
  leaving.confirmRevokeCommand,
  holdCommand,
];

/** The command of this name; undefined when there is none. Diacritics do not matter. */
export function findCommand(slash: string): ChatCommand | undefined {
  const folded = fold(slash);
  return chatCommands.find((command) => command.slash.includes(folded));
}
