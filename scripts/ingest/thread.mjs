/** Starts a thread on a TypeScript file: tsx, which runs the commands, sets only the first thread up for it. */
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.entry);
