/*
 * The one file that knows which controls the pages use: buttons of the Webview UI Toolkit, which `toolkit/` defines, and
 * the browser's own line to type in and list to choose from, dressed as the toolkit's: those would weigh 11 and 27 kB more,
 * and the toolkit's list shows no groups. The toolkit is no longer maintained: to replace it, replace this file and that
 * folder.
 */

import { el } from './dom.ts';

export interface Option {
  readonly value: string;
  readonly text: string;
  /** Heading under which it stands; none for an empty text. */
  readonly group?: string;
}

/** A button with words. @param hint more words, for the tooltip; the key that does the same belongs there */
export function button(text: string, hint: string, onPress: () => void, appearance: 'primary' | 'secondary' | 'icon' = 'secondary'): HTMLElement {
  const control = document.createElement('vscode-button');
  control.setAttribute('appearance', appearance);
  control.textContent = text;
  control.title = hint;
  if (appearance === 'icon') { control.setAttribute('aria-label', hint); }
  control.addEventListener('click', onPress);
  return control;
}

/** Words that do something when pressed, amid others. @param attributes of the element besides its class */
export function link(text: string, onPress: () => void, attributes: Readonly<Record<string, string>> = {}): HTMLButtonElement {
  const control = el('button', { type: 'button', class: 'link', ...attributes }, text);
  control.addEventListener('click', onPress);
  return control;
}

/** Shows a button as pressed or not, for eyes and for screen readers. */
export function setPressed(control: HTMLElement, isPressed: boolean): void {
  control.setAttribute('aria-pressed', String(isPressed));
  control.classList.toggle('pressed', isPressed);
}

export interface Field {
  readonly element: HTMLElement;
  setValue(value: string): void;
}

/** A line to type in; every change is told. */
export function textField(label: string, onInput: (value: string) => void): Field {
  const control = document.createElement('input');
  control.type = 'search';
  control.className = 'field';
  control.placeholder = label;
  control.setAttribute('aria-label', label);
  control.addEventListener('input', () => { onInput(control.value); });
  return { element: control, setValue: value => { if (control.value !== value) { control.value = value; } } };
}

export interface Choice {
  readonly element: HTMLElement;
  setOptions(options: readonly Option[]): void;
  setValue(value: string): void;
}

/** One of several. */
export function choice(label: string, onChoose: (value: string) => void): Choice {
  const control = document.createElement('select');
  control.className = 'choice';
  control.setAttribute('aria-label', label);
  control.addEventListener('change', () => { onChoose(control.value); });
  return {
    element: control,
    setOptions: options => {
      const groups = new Map<string, HTMLElement>([['', control]]);
      control.replaceChildren();
      for (const { value, text, group = '' } of options) {
        let parent = groups.get(group);
        if (parent === undefined) {
          parent = document.createElement('optgroup');
          parent.setAttribute('label', group);
          groups.set(group, parent);
          control.append(parent);
        }
        const option = document.createElement('option');
        option.value = value;
        option.textContent = text;
        parent.append(option);
      }
    },
    setValue: value => { control.value = value; },
  };
}
