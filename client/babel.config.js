// NutUI: import each component's own JS and CSS, not the whole library (67 KB of CSS instead of 229).
const nutui = (build, style) => [
  'import',
  {
    libraryName: '@nutui/nutui-react-taro',
    camel2DashComponentName: false,
    customName: (name) => `@nutui/nutui-react-taro/dist/${build}/packages/${name.toLowerCase()}/index.js`,
    customStyleName: (name) => `@nutui/nutui-react-taro/dist/${build}/packages/${name.toLowerCase()}/style/css`,
    style,
  },
  'nutui',
];

module.exports = (api) =>
  api.env('test')
    ? {
        presets: [
          ['@babel/preset-env', { targets: { node: 'current' } }],
          ['@babel/preset-react', { runtime: 'automatic' }],
          '@babel/preset-typescript',
        ],
        plugins: [nutui('cjs', false)],
      }
    : { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]], plugins: [nutui('es', true)] };
