import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forbiddenUrl, isPublicAddress } from "@/lib/ingest/load/address";
import { loadBytes } from "@/lib/ingest/load/load";
import type { LoadOutcome } from "@/lib/ingest/load/loaded";
import { pageCache } from "@/lib/ingest/load/page-cache";
import { addressLoader, type FetchOptions } from "@/lib/ingest/load/url";

const page = (title: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>A page about ${title} with enough words to be a page that somebody reads.</p></main></body></html>`;

let server: Server;
let site = "";
let log: { url: string; conditional: boolean }[] = [];

const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "/robots.txt": (_, response) => response.end("User-agent: *\nDisallow: /private/\n"),
  "/iron": (request, response) => {
    if (request.headers["if-none-match"] === '"v1"') {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { etag: '"v1"', "content-type": "text/html" }).end(page("Iron"));
  },
  "/private/notes": (_, response) => response.end(page("Notes")),
  "/moved": (_, response) => response.writeHead(301, { location: "/iron" }).end(),
  "/inside": (_, response) =>
    response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/round": (_, response) => response.writeHead(302, { location: "/round" }).end(),
  "/gone": (_, response) => response.writeHead(404).end("no"),
  "/soft": (_, response) =>
    response.end(
      "<html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>Sorry.</p></body></html>",
    ),
  "/endless": (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const timer = setInterval(() => response.write("<p>more and more</p>"), 20);
    response.on("close", () => clearInterval(timer));
  },
  "/flood": (_, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(65_536, "a ");
    const pump = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", pump);
    pump();
  },
  "/sitemap.xml": (_, response) =>
    response.end(
      `<?xml version="1.0"?><urlset><url><loc>${site}/iron</loc></url><url><loc>${site}/zinc</loc></url><url><loc>https://elsewhere.example/x</loc></url><url><loc>${site}/private/notes</loc></url></urlset>`,
    ),
  "/odd-sitemap.xml": (_, response) =>
    response.end(
      `<?xml version="1.0"?><urlset><url><loc>${site}/odd</loc></url><url><loc>${site}/zinc</loc></url></urlset>`,
    ),
  "/odd": (_, response) => response.end(page("Odd")),
  "/zinc": (_, response) => response.end(page("Zinc")),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    log.push({
      url: request.url ?? "",
      conditional: request.headers["if-none-match"] !== undefined,
    });
    const route = routes[request.url ?? ""];
    if (route) route(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  log = [];
});

const only = (address: string) => address === "127.0.0.1" || isPublicAddress(address);
async function fetchAll(address: string, options: FetchOptions = {}): Promise<LoadOutcome[]> {
  const load = addressLoader({
    isPublic: only,
    ...options,
    limits: { pauseMs: 0, maxMs: 1_500, maxBytes: 1_000_000, ...options.limits },
  });
  const outcomes: LoadOutcome[] = [];
  for await (const outcome of load(address)) outcomes.push(outcome);
  return outcomes;
}
const reasonOf = async (path: string) => {
  const [outcome] = await fetchAll(`${site}${path}`);
  return outcome?.kind === "refused" ? outcome.reason : outcome?.kind;
};

describe("isPublicAddress", () => {
  it.each([
    "127.0.0.1",
    "10.0.0.8",
    "172.16.4.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "::",
    "fe80::1",
    "fd00:ec2::254",
    "fc00::1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "::7f00:1",
    "::127.0.0.1",
    "::a9fe:a9fe",
    "::808:808",
    "::ffff:0:7f00:1",
    "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "64:ff9b:1::a00:1",
    "2a00:1450::5efe:7f00:1",
    "2a00:1450::200:5efe:a00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "224.0.0.1",
    "255.255.255.255",
    "not an address",
  ])("is false of %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])("is true of %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe("forbiddenUrl", () => {
  it.each([
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::1]:80/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "http://user:pass@example.org/",
  ])("refuses %s", (address) => {
    expect(forbiddenUrl(new URL(address))).not.toBeNull();
  });
  it("lets an ordinary one through", () => {
    expect(forbiddenUrl(new URL("https://clinic.example/leaflet"))).toBeNull();
  });
});

describe("addressLoader", () => {
  it("loads a page, through a redirect too", async () => {
    for (const path of ["/iron", "/moved"]) {
      const [outcome] = await fetchAll(`${site}${path}`);
      expect(outcome).toMatchObject({ kind: "loaded", format: "html", hints: { title: "Iron" } });
    }
  });

  it("refuses a page that a parser trips over, and reads the rest", async () => {
    const outcomes = await fetchAll(`${site}/odd-sitemap.xml`, {
      read: (origin, format, bytes) => {
        if (origin.endsWith("/odd")) throw new RangeError("Maximum call stack size exceeded");
        return loadBytes(origin, format, bytes);
      },
    });
    expect(outcomes.map(({ kind }) => kind)).toEqual(["refused", "loaded"]);
    expect(outcomes[0]).toMatchObject({ reason: expect.stringMatching(/cannot be read/u) });
  });
  it("loads a sitemap's own pages and says which are not to be fetched", async () => {
    const outcomes = await fetchAll(`${site}/sitemap.xml`);
    expect(
      outcomes.map((outcome) => (outcome.kind === "refused" ? outcome.reason : outcome.origin)),
    ).toEqual([`${site}/iron`, `${site}/zinc`, "robots.txt asks that this page not be fetched"]);
    expect(log.some(({ url }) => url === "/private/notes")).toBe(false);
  });

  it.each([
    ["/private/notes", /robots\.txt/u],
    ["/inside", /private, local or reserved/u],
    ["/file", /only http and https/u],
    ["/round", /redirects more than 5 times/u],
    ["/gone", /answers 404/u],
    ["/soft", /error page/u],
    ["/endless", /took longer than 2 s/u],
    ["/flood", /more than 1 MB/u],
  ])("refuses %s", async (path, reason) => {
    expect(await reasonOf(path)).toMatch(reason);
  });

  it("refuses a name that leads to this machine", async () => {
    const [outcome] = await fetchAll(`http://localhost:${new URL(site).port}/iron`, {
      isPublic: isPublicAddress,
    });
    expect(outcome).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("private, local or reserved"),
    });
    expect(log).toEqual([]);
  });

  it("asks only whether a page has changed on the next run", async () => {
    const dir = await mkdtemp(path.join(os.tmpdir(), "pamphlet-pages-"));
    const cache = pageCache(dir);
    await fetchAll(`${site}/iron`, { cache });
    const [again] = await fetchAll(`${site}/iron`, { cache });
    expect(log.filter(({ url }) => url === "/iron").map(({ conditional }) => conditional)).toEqual([
      false,
      true,
    ]);
    expect(again).toMatchObject({ kind: "loaded", hints: { title: "Iron" } });
    await rm(dir, { recursive: true });
  });
});
