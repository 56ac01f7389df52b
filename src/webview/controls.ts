import { provideVSCodeDesignSystem, vsCodeButton, vsCodeDropdown, vsCodeOption, vsCodeTextField } from '@vscode/webview-ui-toolkit';

/*
 * The one file that knows which controls the pages use. They come from the Webview UI Toolkit, which is no longer
 * maintained: to replace it, replace this file.
 */
provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption(), vsCodeTextField());

export interface Option {
  readonly value: string;
  readonly text: string;
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
export function textField(label: string, placeholder: string, onInput: (value: string) => void): Field {
  const control = document.createElement('vscode-text-field') as HTMLElement & { value: string; placeholder: string };
  control.placeholder = placeholder;
  control.addEventListener('input', () => { onInput(control.value); });
  // The toolkit names a field by its text content when it connects, and `Text field` where there is none.
  queueMicrotask(() => { control.setAttribute('aria-label', label); });
  return { element: control, setValue: value => { if (control.value !== value) { control.value = value; } } };
}

export interface Choice {
  readonly element: HTMLElement;
  setOptions(options: readonly Option[]): void;
  setValue(value: string): void;
}

/** One of several. */
export function choice(label: string, onChoose: (value: string) => void): Choice {
  const control = document.createElement('vscode-dropdown') as HTMLElement & { value: string };
  control.setAttribute('aria-label', label);
  control.addEventListener('change', () => { onChoose(control.value); });
  let shown = '';
  return {
    element: control,
    setOptions: options => {
      const key = JSON.stringify(options);
      if (key === shown) { return; }
      shown = key;
      control.replaceChildren(...options.map(option => {
        const element = document.createElement('vscode-option');
        element.setAttribute('value', option.value);
        element.textContent = option.text;
        return element;
      }));
    },
    setValue: value => { if (control.value !== value) { control.value = value; } },
  };
}
