import * as vscode from 'vscode';
import type { ViewState } from '../../core/timeline/types.ts';
import { keyFrom, registerCommand } from '../commands.ts';
import { TimelinePanel } from '../onDemand/timelinePanel.ts';
import type { Services } from '../services.ts';
import { leftView, registerKeepView, viewAtOpening } from './view.ts';

const VIEW_TYPE = 'rapporteur.timeline';

/** The timeline beside the draft: *Open Timeline*, *Show on Timeline*, and its return after a reload of the window. */
export function registerTimeline(services: Services): vscode.Disposable {
  let open: TimelinePanel | undefined;
  const adopt = (panel: vscode.WebviewPanel, view: ViewState | null): TimelinePanel => {
    const adopted = new TimelinePanel(panel, services, view, () => { if (open === adopted) { open = undefined; } });
    return open = adopted;
  };
  const show = (id?: string) => {
    if (open === undefined) {
      open = adopt(vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Timeline'), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }), viewAtOpening(services.state));
    }
    open.reveal(id);
  };
  return vscode.Disposable.from(
    registerKeepView(services),
    registerCommand('rapporteur.openTimeline', services.log, () => { show(); }),
    registerCommand('rapporteur.showOnTimeline', services.log, target => { show(keyFrom(target)); }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: panel => {
        adopt(panel, leftView(services.state));
        return Promise.resolve();
      },
    }),
    { dispose: () => { open?.dispose(); } },
  );
}
