import type { Theme } from '../../core/timeline/painter.ts';

export interface ScreenTheme extends Theme {
  readonly fontFamily: string;
  /** Pixels. */
  readonly fontSize: number;
}

const LANES: readonly (readonly [variable: string, otherwise: string])[] = [
  ['--vscode-charts-blue', '#3794ff'], ['--vscode-charts-green', '#89d185'], ['--vscode-charts-purple', '#b180d7'], ['--vscode-charts-yellow', '#cca700'],
  ['--vscode-charts-red', '#f14c4c'], ['--vscode-charts-orange', '#d18616'], ['--vscode-terminal-ansiCyan', '#2aa1a1'], ['--vscode-descriptionForeground', '#8a8a8a'],
];

/** The editor's colours and type, as they are now. */
export function readTheme(): ScreenTheme {
  const style = getComputedStyle(document.documentElement);
  const read = (...names: readonly string[]) => names.map(name => style.getPropertyValue(name).trim()).find(value => value !== '');
  const { classList } = document.body;
  const isHighContrast = classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light') || matchMedia('(forced-colors: active)').matches;
  const isLight = classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
  const foreground = read('--vscode-editor-foreground', '--vscode-foreground') ?? (isLight ? '#1f1f1f' : '#cccccc');
  return {
    background: read('--vscode-editor-background') ?? (isLight ? '#ffffff' : '#1f1f1f'), foreground,
    muted: isHighContrast ? foreground : read('--vscode-descriptionForeground') ?? '#8a8a8a',
    grid: isHighContrast ? read('--vscode-contrastBorder') ?? foreground : read('--vscode-editorIndentGuide-background1', '--vscode-editorIndentGuide-background', '--vscode-widget-border') ?? (isLight ? '#d3d3d3' : '#404040'),
    band: isHighContrast ? 'rgba(0,0,0,0)' : isLight ? 'rgba(0,0,0,0.035)' : 'rgba(255,255,255,0.035)',
    accent: read('--vscode-contrastActiveBorder') ?? read('--vscode-charts-orange') ?? '#d18616',
    focus: read('--vscode-focusBorder') ?? '#0078d4',
    lanes: isHighContrast ? [foreground] : LANES.map(([variable, otherwise]) => read(variable) ?? otherwise),
    isHighContrast,
    fontFamily: read('--vscode-font-family') ?? 'system-ui, sans-serif',
    fontSize: Number.parseFloat(read('--vscode-font-size') ?? '') || 13,
  };
}

/** Tells when the editor's theme, zoom or contrast changes. */
export function watchTheme(onChange: () => void): void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  matchMedia('(forced-colors: active)').addEventListener('change', onChange);
}
