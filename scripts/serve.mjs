/**
 * Serves the built application: `node scripts/serve.mjs --port 3000 [--dir .next]`.
 *
 * A server of our own rather than `next start`, for one reason: it appends the socket's address to
 * X-Forwarded-For, so that the rate limit counts clients and not claims.
 */
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { ROOT } from "./install.mjs";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "3000" },
    dir: { type: "string", default: ".next" },
    dev: { type: "boolean", default: false },
  },
});

process.env.NODE_ENV ??= values.dev ? "development" : "production";
process.env.NEXT_DIST_DIR = values.dir;
process.env.NEXT_TELEMETRY_DISABLED = "1";

/** Requests in flight get this long to finish when the server is told to stop (milliseconds). */
const GRACE_MS = 10_000;

const port = Number(values.port);
const app = next({ dev: values.dev, dir: ROOT, port });
const isReadable = (address) => {
  try {
    return Boolean(decodeURI(address));
  } catch {
    return false;
  }
};

const server = createServer((request, response) => {
  if (!isReadable(request.url)) return response.writeHead(400).end("This address is not readable.");
  const hops = [request.headers["x-forwarded-for"], request.socket.remoteAddress];
  request.headers["x-forwarded-for"] = hops.flat().filter(Boolean).join(", ");
  handle(request, response);
});

server.on("error", (error) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `Port ${port} is in use. If that is Pamphlet, it is already being served at http://localhost:${port}; otherwise set PORT to another number.`
      : `The server cannot listen on port ${port}: ${error.message}`,
  );
  process.exit(1);
});

for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), GRACE_MS).unref();
  });

// The port is taken first: a taken one is said at once, not after seconds of preparation.
await new Promise((resolve) => server.listen(port, resolve));
let handle = (_request, response) => {
  response.writeHead(503, { "retry-after": "1" }).end("Starting. Please try again in a moment.");
};
await app.prepare();
handle = app.getRequestHandler();
const address = `http://localhost:${server.address().port}`;
// The first request opens the index: make it ours, not a patient's.
const health = await fetch(`${address}/api/health`);
console.log(`Pamphlet is ready: ${address}`);
if (!health.ok) console.log(`It has no usable index: ${JSON.stringify(await health.json())}`);
