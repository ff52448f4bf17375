// Runs the embedded database for a journey in a process of its own: `node database-launcher.cjs <start-database.js> <dir>`.
// The client's source must not import the server's (architecture, arrow 2); a started process may load what it is given.
const [script, dir] = process.argv.slice(2);
const { startDatabase } = require(script);

startDatabase({ dir }).then(
  (database) => {
    const stop = () => database.stop().then(() => process.exit(0));
    process.on('SIGTERM', stop);
    // The journey's process is gone: nobody is left to stop this one.
    process.on('disconnect', stop);
    process.send({ uri: database.uri });
  },
  (fault) => {
    console.error(fault);
    process.exit(1);
  },
);
