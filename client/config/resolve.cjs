/** What `@/` means. The build and the check of the arrows both read it here. */
const path = require('node:path');

module.exports = { resolve: { alias: { '@': path.resolve(__dirname, '../src') } } };
