import tseslint from 'typescript-eslint';

const up = (/** @type {string[]} */ names) => ({
  'no-restricted-imports': ['error', {
    paths: [{ name: 'vscode', message: 'Only src/vscode may use the editor.' }],
    patterns: names.map(name => ({ regex: `/${name}/`, message: `This layer may not import ${name}/.` })),
  }],
});
const noNode = [
  { regex: '^node:', message: 'core and webview run anywhere: no Node here.' },
];

/** The layers of docs/developers.md: extension -> vscode -> engine -> core, webview -> core. */
export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', '.vscode-host/**', 'samples/**', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './tsconfig.webview.json', './test/webview/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error',
        { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]', message: 'Text goes in by textContent.' },
        { selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|write)$/][callee.object.name="document"]', message: 'Text goes in by textContent.' },
        { selector: 'Property[key.name="isTrusted"][value.value=true]', message: 'isTrusted only with enabledCommands.' },
        { selector: 'AssignmentExpression[left.property.name="isTrusted"][right.value=true]', message: 'isTrusted only with enabledCommands.' },
      ],
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['src/core/**'], rules: { 'no-restricted-imports': ['error', {
    paths: [{ name: 'vscode', message: 'Only src/vscode may use the editor.' }],
    patterns: [...noNode, ...['engine', 'vscode', 'webview', 'cli'].map(name => ({ regex: `\\.\\./${name}/`, message: `core may not import ${name}/.` }))],
  }] } },
  { files: ['src/core/dates/**'], rules: up(['corpus', 'citations', 'draft', 'checks', 'timeline', 'views', 'engine', 'cli', 'webview']) },
  { files: ['src/core/citations/**'], rules: up(['corpus', 'draft', 'checks', 'timeline', 'views', 'engine', 'cli', 'webview']) },
  { files: ['src/core/corpus/**'], rules: up(['draft', 'checks', 'timeline', 'views', 'engine', 'cli', 'webview']) },
  { files: ['src/core/bibliography/**'], rules: up(['draft', 'checks', 'timeline', 'views', 'engine', 'cli', 'webview']) },
  { files: ['src/core/draft/**'], rules: up(['checks', 'timeline', 'views', 'engine', 'cli', 'webview']) },
  { files: ['src/engine/**'], rules: up(['vscode', 'webview', 'cli']) },
  { files: ['src/webview/**'], rules: { 'no-restricted-imports': ['error', {
    paths: [{ name: 'vscode', message: 'Only src/vscode may use the editor.' }],
    patterns: [...noNode, ...['engine', 'vscode', 'cli'].map(name => ({ regex: `\\.\\./${name}/`, message: `webview may not import ${name}/.` }))],
  }] } },
  { files: ['src/cli/**'], rules: up(['vscode', 'webview']) },
  { files: ['test/**/*.test.ts'], rules: { 'no-restricted-imports': ['error', {
    paths: [{ name: 'fast-check', message: 'Take `fc` from test/properties.ts, which fixes the seed.' }],
  }] } },
  { files: ['test/**'], rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/require-await': 'off', '@typescript-eslint/no-misused-spread': 'off' } },
);
