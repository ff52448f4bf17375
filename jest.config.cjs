/** `npx jest` at the top runs every workspace; `npm test` runs them one after the other. */
module.exports = { projects: ['<rootDir>/shared', '<rootDir>/server', '<rootDir>/client'] };
