const path = require('node:path');
const attributes = require('./attributes.json');

/**
 * A plug-in of Taro: lets the mini-program's elements carry what a screen reader says. Taro's templates know none of WeChat's
 * aria attributes, so without this they are lost on the way. The templates (here) and the runtime (runtime.js) must agree.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      // The web has no templates: there every attribute reaches the page.
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, attributes);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.js')].flat();
    },
  });
};
