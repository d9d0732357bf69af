// Loaded into a server that is measured: SIGUSR2 collects its garbage, so that what it holds is what is counted.
process.on('SIGUSR2', () => globalThis.gc?.());
