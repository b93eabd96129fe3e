// Loaded into the server by the start command: when that is killed without a chance to stop it, it stops by itself,
// so that neither its port nor its database connections outlive the command.

if (process.connected) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), 5000).unref();
    process.kill(process.pid, "SIGTERM");
  });
}
