/**
 * The client's view of a contract: the routes as plain data, without the schemas. A phone needs to know where to ask, not how
 * the service checks; zod alone would be larger than all of our own code, and WeChat forbids the `new Function` it probes for.
 */
const { createHash } = require('node:crypto');
const path = require('node:path');

/** The folder that holds every module a contract can be made of; a change in any of them may change its routes. */
const SHARED_SOURCE = path.resolve(__dirname, '../../shared/src');

/**
 * Evaluates a contract module and writes it again as a module of constants.
 * @param {string} file absolute path of a `*.contract.ts`, or of `kernel/fields.ts` for its limits
 * @returns {string} an ES module; throws when something that the client cannot carry as data would get lost silently
 */
function describeContract(file) {
  // A fresh instance every time: jiti keeps modules, and a watched build must see the newest.
  const jiti = require('jiti').createJiti(__filename, { moduleCache: false, fsCache: false });
  const exported = Object.entries(jiti(file)).flatMap(([name, value]) => {
    const described = describeExport(value);
    return described === undefined ? [] : [`export const ${name} = ${JSON.stringify(described)};`];
  });
  return `${exported.join('\n')}\n`;
}

/** Plain constants stay, a table of routes becomes its plain data, schemas and functions are left out. */
function describeExport(value) {
  if (['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (isContract(value))
    return Object.fromEntries(Object.entries(value).map(([name, route]) => [name, describeRoute(route)]));
  return undefined;
}

function isContract(value) {
  return typeof value === 'object' && value !== null && Object.values(value).every(isRoute);
}

function isRoute(value) {
  return typeof value?.method === 'string' && typeof value?.path === 'string';
}

function describeRoute({ method, path: routePath, access, output, offline }) {
  // Whether to say who asks is all that a phone needs to know; who may is the service's to decide.
  const accessKind = typeof access === 'string' ? access : 'roles';
  const described = { method, path: routePath, access: accessKind, shape: fingerprint(output) };
  return offline === 'queued' ? { ...described, offline } : described;
}

/**
 * A short mark of an answer's shape. What a phone has kept is kept under this mark, so that a newer app never shows an answer
 * of an older shape, and nobody has to remember to raise a version number.
 */
function fingerprint(schema) {
  const described = JSON.stringify(schema.toJSONSchema({ unrepresentable: 'any' }));
  return createHash('sha1').update(described).digest('hex').slice(0, 8);
}

module.exports = { describeContract, SHARED_SOURCE };
