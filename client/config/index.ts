import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { version } from '../package.json';

const here = (relative: string) => path.resolve(__dirname, '..', relative);
const isWeapp = process.env.TARO_ENV === 'weapp';

/** Where the mini-program finds the service; the H5 app is served by the service itself. */
const serviceOrigin = isWeapp ? (process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:7001') : '';
/** `version/appid` of the WechatSI plug-in (微信同声传译) when the mini-program's account has it; else nothing is read aloud there. */
const speechPlugin = process.env.TARO_APP_SPEECH_PLUGIN ?? '';

const sharedSource = here('../shared/src');

// biome-ignore lint/suspicious/noExplicitAny: webpack-chain's types are not among our dependencies
type Chain = any;

function readContractsAsData(chain: Chain) {
  chain.module
    .rule('contract')
    // fields.ts too: the limits of what can be typed stand beside their schemas.
    .test(/(\.contract|kernel[\\/]fields)\.ts$/)
    .include.add(sharedSource)
    .end()
    .enforce('pre')
    .use('contract')
    .loader(here('config/contract-loader.cjs'));
  chain.module
    .rule('no-zod')
    .test(/[\\/]node_modules[\\/]zod[\\/]/)
    .enforce('pre')
    .use('refuse')
    .loader(here('config/refuse-loader.cjs'));
}

/**
 * Nothing is scaled with the screen: 17 px is 17 px on every phone, so text never shrinks on a narrow one. The transform still
 * runs for the platform comments (`#ifdef`) in NutUI's CSS, and Taro.pxTransform answers in px as well.
 */
const pxtransform = {
  enable: true,
  // The transform knows px as a target; only its types do not.
  config: { methods: ['platform'], targetUnit: 'px' as 'rem' },
};

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'xiangyue',
    date: '2026-11-24',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: ['@tarojs/plugin-html', here('config/plugin-aria/index.cjs')],
    defineConstants: {
      SERVICE_ORIGIN: JSON.stringify(serviceOrigin),
      SPEECH_PLUGIN: JSON.stringify(speechPlugin),
      APP_VERSION: JSON.stringify(version),
    },
    copy: {
      patterns: [
        isWeapp
          ? { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }
          : { from: 'src/assets/favicon.svg', to: 'dist/h5/favicon.svg' },
      ],
      options: {},
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    alias: { '@': here('src'), '@xiangyue/shared': sharedSource },
    mini: {
      compile: { include: [sharedSource] },
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform },
      webpackChain: readContractsAsData,
    },
    h5: {
      publicPath: '/',
      compile: { include: [sharedSource] },
      // Plain HTML elements: a button is a button to a screen reader, and the page needs no web-component runtime.
      useHtmlComponents: true,
      esnextModules: ['@nutui'],
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { autoprefixer: { enable: true }, pxtransform },
      devServer: {
        host: '127.0.0.1',
        port: 10086,
        open: false,
        // `npm run dev` says where its service is.
        proxy: [{ context: ['/api', '/files'], target: process.env.DEV_SERVICE ?? 'http://127.0.0.1:7001' }],
      },
      webpackChain(chain) {
        readContractsAsData(chain);
        if (process.env.NODE_ENV === 'production')
          chain.plugin('offline-app').use(here('config/offline-app/plugin.cjs'));
        // What several pages use stands in files of its own, not in each page again.
        chain.optimization.splitChunks({
          chunks: 'all',
          maxInitialRequests: 10,
          minSize: 0,
          cacheGroups: {
            vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, priority: 10 },
            common: { name: 'common', test: /[\\/]src[\\/]/, minChunks: 2, priority: 5 },
          },
        });
      },
    },
  };
  return config;
});
