/** The arrows of ARCHITECTURE.md. Each rule says why; `npm run check` fails on the first import against one. */
const feature = (side) => `^${side}/src/features/([^/]+)/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two modules that need each other cannot be understood, tested or moved one by one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared runs on phones and servers alike: it may use itself and zod, nothing that knows where it runs.',
      severity: 'error',
      from: { path: '^shared/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/src', 'node_modules/zod/'] },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A rule can be read and tested as a table only while it sees no clock, no chance and no input but its arguments. ' +
        'Tables of words (household.ts, roster.ts) are as pure as rules.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        pathNot: [
          '\\.rules\\.ts$',
          '^shared/src/kernel/(text|time|ids)\\.ts$',
          '^shared/src/features/(households/household|roster/roster)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'client-and-server-apart',
      comment:
        'They meet in shared, in the contract; anything else would tie a phone that is not updated to a server that is.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-and-client-apart',
      comment: 'See client-and-server-apart.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'The platform carries every feature; one that knew a feature could not carry the next.',
      severity: 'error',
      from: { path: '^server/src/platform/' },
      to: { path: '^server/src/features/' },
    },
    {
      name: 'features-meet-in-services',
      comment:
        'A feature that reads another’s collection breaks when that one changes; its service is what it promises.',
      severity: 'error',
      from: { path: feature('server') },
      to: { path: '^server/src/features/', pathNot: ['^server/src/features/$1/', '\\.service\\.ts$'] },
    },
    {
      name: 'only-stores-know-mongoose',
      comment: 'Documents never leave a store; what a query costs and guards can be seen in one place.',
      severity: 'error',
      from: { path: '^server/src', pathNot: ['\\.store\\.ts$', '^server/src/platform/database/'] },
      to: { path: 'node_modules/(mongoose|mongodb)/' },
    },
    {
      name: 'only-http-knows-koa',
      comment: 'A handler is a function from input to output; how HTTP is spoken is one folder’s business.',
      severity: 'error',
      from: {
        path: '^server/src',
        pathNot: ['^server/src/platform/(http|files)/', '^server/src/(service|configuration)\\.ts$'],
      },
      to: { path: 'node_modules/(koa|@koa|koa-[^/]+|find-my-way|@midwayjs/koa)/' },
    },
    {
      name: 'client-features-apart',
      comment:
        'Each is a WeChat subpackage, and WeChat forbids imports between those; what two share moves to ui or platform.',
      severity: 'error',
      from: { path: feature('client') },
      to: { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    },
    {
      name: 'tabs-stay-light',
      comment: 'Tab pages are in the main package; an import from a feature would drag that subpackage in with them.',
      severity: 'error',
      from: { path: '^client/src/(pages|ui|platform)/' },
      to: { path: '^client/src/features/' },
    },
    {
      name: 'client-carries-no-zod',
      comment:
        'The contracts are cut to plain data when the client is built; zod itself would be a tenth of the main package.',
      severity: 'error',
      from: { path: '^client/src', pathNot: '\\.test\\.tsx?$' },
      to: { path: 'node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-barrels',
      comment: 'An index that passes on others’ exports hides where things are and defeats every rule above.',
      severity: 'error',
      from: { path: '^(shared|server)/' },
      to: { path: '^(shared|server)/.*/index\\.ts$' },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that only resolves by luck will fail on the next machine.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'demo-stays-outside',
      comment: 'The stand-in for WeChat lets anyone be anyone; only the entry may load it, and only in demo mode.',
      severity: 'error',
      from: { path: '^server/src', pathNot: '^server/src/main\\.ts$' },
      to: { path: '^server/demo/' },
    },
    {
      name: 'tests-stay-outside',
      comment: 'What runs in production must not need what only tests have.',
      severity: 'error',
      from: { path: '^(server|client|shared)/src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^server/(test|bench)/', '^client/(test|e2e)/', '\\.test\\.tsx?$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'client/config/resolve.cjs' },
    parser: 'tsc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
