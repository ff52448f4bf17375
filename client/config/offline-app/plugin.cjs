const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const WORKER = path.join(__dirname, 'worker.js');

/** Webpack: writes `sw.js`, the service worker (worker.js) with the list of this build's files. */
module.exports = class OfflineAppPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('OfflineApp', (compilation) => {
      compilation.fileDependencies.add(WORKER);
      // After every name has its hash.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'OfflineApp', stage }, (assets) => {
        const built = Object.entries(assets).filter(([name]) => /\.(js|css|html|svg|png)$/.test(name));
        const version = createHash('sha1');
        for (const [name, source] of built) version.update(name).update(source.buffer());
        const files = built.map(([name]) => (name === 'index.html' ? '/' : `/${name}`));
        const worker = readFileSync(WORKER, 'utf8')
          .replace('-__VERSION__', `-${version.digest('hex').slice(0, 8)}`)
          .replace('= __FILES__', `= ${JSON.stringify(files)}`);
        compilation.emitAsset('sw.js', new sources.RawSource(worker));
      });
    });
  }
};
