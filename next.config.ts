import type { NextConfig } from "next";
import { buildDir } from "./lib/env";

/** Native addons and packages that read their own files: bundled, they build and then fail to run. */
const SERVER_ONLY_PACKAGES = [
  "hnswlib-node",
  "@langchain/community",
  "@langchain/core",
  "@langchain/textsplitters",
  "pino",
  "minisearch",
  "unpdf",
  "mammoth",
  "linkedom",
];

/** Every response carries these, static files included; the content policy is proxy.ts's. */
const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value:
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=(), clipboard-write=(self)",
  },
  { key: "X-DNS-Prefetch-Control", value: "off" },
];

const config: NextConfig = {
  distDir: buildDir(),
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  serverExternalPackages: SERVER_ONLY_PACKAGES,
  images: { unoptimized: true },
  // `npm run check` is the one place that checks types, so a patient's build does not do it twice.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers: HEADERS },
    {
      source: "/widget.js",
      headers: [
        { key: "Cross-Origin-Resource-Policy", value: "cross-origin" },
        { key: "Access-Control-Allow-Origin", value: "*" },
        { key: "Cache-Control", value: "public, max-age=3600" },
      ],
    },
  ],
};

export default config;
