import * as vscode from 'vscode';
import { viewFrom, viewToShow } from '../../core/timeline/keptView.ts';
import { FIRST_STATE } from '../../core/timeline/filter.ts';
import type { ViewState } from '../../core/timeline/types.ts';
import { registerCommand } from '../commands.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';

const LEFT = 'rapporteur.timeline.state';
const TAKEN_UP = 'rapporteur.timeline.takenUp';
const SETTING = 'timeline.view';

/** The view as it was left, on this machine. */
export function leftView(state: vscode.Memento): ViewState | null { return viewFrom(state.get(LEFT)) ?? null; }

/** The view of a timeline that is opened anew. One that came with the workspace is taken up once; then the writer's own counts. */
export function viewAtOpening(state: vscode.Memento): ViewState | null {
  const setting = vscode.workspace.getConfiguration('rapporteur').get<unknown>(SETTING) ?? null;
  const text = JSON.stringify(setting);
  const takenUp = state.get(TAKEN_UP);
  const view = viewToShow({ kept: JSON.parse(text) as unknown, takenUp, left: state.get(LEFT) });
  if (takenUp !== text) { void state.update(TAKEN_UP, text); }
  return view;
}

export async function leaveView(state: vscode.Memento, view: ViewState): Promise<void> { await state.update(LEFT, view); }

/** *Keep Timeline View*: writes it into the settings of the workspace, so that it goes where the workspace goes. */
export function registerKeepView({ log, state }: Services): vscode.Disposable {
  return registerCommand('rapporteur.keepTimelineView', log, async () => {
    if (vscode.workspace.workspaceFolders === undefined) {
      inform(vscode.l10n.t('Open a folder first: the view is kept in its settings.'));
      return;
    }
    const view: ViewState = { ...leftView(state) ?? FIRST_STATE, selected: null };
    await vscode.workspace.getConfiguration('rapporteur').update(SETTING, view, vscode.ConfigurationTarget.Workspace);
    await state.update(TAKEN_UP, JSON.stringify(view));
    inform(vscode.l10n.t('The view of the timeline is kept in the settings of this workspace.'));
  });
}
