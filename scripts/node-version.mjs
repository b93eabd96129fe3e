// Imported first by every command, so that an old Node is told so before anything it lacks is used.

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Courseline needs Node 20.19 or later (24 is best); this is ${process.versions.node}.`);
  process.exit(1);
}
