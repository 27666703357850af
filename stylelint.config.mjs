// What the stylesheets keep. Run by `make lint` and tests/theme/test_linters.py.
const CLASS = /^lo-[a-z0-9]+(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$/;
// Names that Markdown and its extensions give to what editors write.
const MARKDOWN = /^(admonition(-title)?|twemoji|warning|danger|important|note|tabbed-[a-z]+|footnote[a-z-]*|headerlink)$/;

export default {
  extends: 'stylelint-config-standard',
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    'comment-empty-line-before': null,
    'custom-property-empty-line-before': null,
    'custom-property-pattern': /^lo-[a-z0-9]+(-[a-z0-9]+)*$/,
    'declaration-block-single-line-max-declarations': 3,
    'media-feature-range-notation': 'prefix', // (width >= 30em) is not known to old phones
    'no-descending-specificity': null, // flat names: what matters is the order inside a block
    'property-no-vendor-prefix': [true, { ignoreProperties: ['text-size-adjust'] }], // Safari on phones
    'rule-empty-line-before': ['always-multi-line', { except: ['first-nested'], ignore: ['after-comment'] }],
    'at-rule-empty-line-before': null,
    'selector-class-pattern': new RegExp(`${CLASS.source}|${MARKDOWN.source}`),
    'selector-max-id': 0,
    'value-keyword-case': ['lower', { camelCaseSvgKeywords: true }], // currentColor
  },
};
