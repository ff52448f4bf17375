/** Every number of the gate, with its reason. Bytes are those of the files as built. */

/** WeChat refuses a package above 2 MiB, the main one and each subpackage. */
export const PACKAGE_LIMIT_BYTES = 2 * 1024 * 1024;

/** Ours: what a phone loads before it shows anything. 800 kB are 3 s on a hill with 2 Mbit/s. */
export const MAIN_LIMIT_BYTES = 800_000;

/** Ours, for now: a village's phone has little room. WeChat would allow 30 MB. */
export const TOTAL_LIMIT_BYTES = 2_000_000;

/** WeChat refuses a larger tab icon. */
export const TAB_ICON_LIMIT_BYTES = 40 * 1024;

/** WeChat's tab bar has 2 to 5 tabs. */
export const TABS_MIN = 2;
export const TABS_MAX = 5;

/**
 * The syntax that the oldest phones run: iOS 13 (no `?.`, no `??`) and WeChat for Android on Chrome 86. The build compiles for
 * them; DevTools' own ES6→ES5 is off in project.config.json.
 */
export const SYNTAX_YEAR = 2019;
