// What the theme's scripts keep. Run by `make lint` and tests/theme/test_linters.py.
import js from '@eslint/js';
import globals from 'globals';

const HTML_FROM_TEXT = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'write'];

export default [
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['theme/**/*.js'],
    ...js.configs.recommended,
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: globals.browser },
    rules: {
      ...js.configs.recommended.rules,
      'array-callback-return': 'error',
      'complexity': ['error', 17],
      'default-case-last': 'error',
      'eqeqeq': 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-param-reassign': 'error',
      // What people write reaches a page as text, never as markup.
      'no-restricted-properties': ['error', ...HTML_FROM_TEXT.map((property) => ({ property }))],
      'no-shadow': 'error',
      'no-throw-literal': 'error',
      'no-unused-expressions': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'radix': 'error',
    },
  },
];
