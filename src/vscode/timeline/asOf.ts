import * as vscode from 'vscode';
import { isoDay } from '../../core/timeline/calendar.ts';
import { parseEdtf } from '../../core/dates/edtf.ts';
import type { Day, EdtfDate } from '../../core/dates/types.ts';
import { Disposable } from '../disposable.ts';

/** The day of the timeline's *as of* line, which sidebar and hovers follow as long as it is on. */
export class AsOfDay extends Disposable {
  readonly #onDidChange = this.own(new vscode.EventEmitter<EdtfDate | undefined>());
  readonly onDidChange = this.#onDidChange.event;
  #date: EdtfDate | undefined;

  /** `undefined` when the line is off. */
  get date(): EdtfDate | undefined { return this.#date; }

  /** @param day of the line, or `null` to turn it off */
  set(day: Day | null): void {
    const text = day === null ? undefined : isoDay(day);
    if (text === this.#date?.edtf) { return; }
    this.#date = text === undefined ? undefined : parseEdtf(text);
    this.#onDidChange.fire(this.#date);
  }
}
