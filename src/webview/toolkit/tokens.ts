/*
 * The design tokens of the Webview UI Toolkit as plain CSS variables of the editor, in the place of the toolkit's own module
 * (the build puts them there): the same names, without the script that copies each variable at each change of theme. Where a
 * theme leaves a variable out, as high contrast does with grounds, nothing is painted.
 */
const editor = (name: string, otherwise = 'transparent') => `var(--vscode-${name}, ${otherwise})`;

export const borderWidth = '1';
export const cornerRadiusRound = '2';
export const designUnit = '4';
export const disabledOpacity = '0.4';
export const contrastActiveBorder = editor('contrastActiveBorder');
export const focusBorder = editor('focusBorder', 'currentColor');
export const fontFamily = editor('font-family', 'sans-serif');
export const foreground = editor('foreground', 'currentColor');
export const typeRampBaseFontSize = editor('font-size', '13px');
export const typeRampBaseLineHeight = 'normal';

export const buttonBorder = editor('button-border');
export const buttonIconBackground = 'transparent';
export const buttonIconCornerRadius = '5px';
export const buttonIconFocusBorderOffset = '0';
export const buttonIconHoverBackground = editor('toolbar-hoverBackground');
export const buttonIconPadding = '3px';
export const buttonPaddingHorizontal = '11px';
export const buttonPaddingVertical = '4px';
export const buttonPrimaryBackground = editor('button-background');
export const buttonPrimaryForeground = editor('button-foreground', 'currentColor');
export const buttonPrimaryHoverBackground = editor('button-hoverBackground', 'var(--vscode-button-background, transparent)');
export const buttonSecondaryBackground = editor('button-secondaryBackground');
export const buttonSecondaryForeground = editor('button-secondaryForeground', 'currentColor');
export const buttonSecondaryHoverBackground = editor('button-secondaryHoverBackground', 'var(--vscode-button-secondaryBackground, transparent)');
