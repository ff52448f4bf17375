/** Webpack: stops the build when zod would enter the bundle, and says who asked for it. */
module.exports = function refuseLoader() {
  const { resource } = this._module?.issuer ?? {};
  throw new Error(`${resource ?? 'A module'} brings zod into the app: import only types and contracts from shared`);
};
