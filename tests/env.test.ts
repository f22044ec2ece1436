import { expect, it } from "vitest";
import { EnvError, parseEnv } from "@/lib/env";

it("needs nothing: every variable has a default", () => {
  expect(parseEnv({})).toMatchObject({
    port: 3000,
    indexDir: ".index",
    corpusDir: "corpus",
    chat: undefined,
    embeddingModel: undefined,
    embedOrigins: [],
    region: "US",
    siteName: "Pamphlet",
    rateLimit: 30,
    trustProxy: 0,
  });
});

it("treats blank as unset", () => {
  expect(parseEnv({ PORT: " ", REGION: "", OPENAI_API_KEY: " " })).toEqual(parseEnv({}));
});

it("lists every problem at once, each with its fix", () => {
  const attempt = () =>
    parseEnv({
      PORT: "many",
      OPENAI_BASE_URL: "localhost",
      EMBED_ORIGINS: "https://a.example/path clinic",
      RATE_LIMIT: "-1",
      TRUST_PROXY: "maybe",
      EMBEDDING_MODEL: "ada",
    });
  expect(attempt).toThrow(EnvError);
  try {
    attempt();
  } catch (error) {
    const text = String(error);
    for (const name of [
      "PORT",
      "OPENAI_BASE_URL",
      "https://a.example/path",
      '"clinic"',
      "RATE_LIMIT",
      "TRUST_PROXY",
      "EMBEDDING_MODEL",
    ])
      expect(text).toContain(name);
  }
});

it("uses a language model when a key or a server is named, never otherwise", () => {
  expect(parseEnv({ OPENAI_API_KEY: "k" }).chat).toMatchObject({ apiKey: "k" });
  expect(
    parseEnv({ OPENAI_BASE_URL: "http://localhost:11434/v1", CHAT_MODEL: "llama" }).chat,
  ).toEqual({ apiKey: undefined, baseUrl: "http://localhost:11434/v1", model: "llama" });
  expect(() => parseEnv({ CHAT_MODEL: "llama" })).toThrow(/OPENAI_BASE_URL/);
  expect(parseEnv({ OPENAI_API_KEY: "k" }).check).toBeUndefined();
  expect(parseEnv({ OPENAI_API_KEY: "k", CHECK_MODEL: "judge" }).check?.model).toBe("judge");
  expect(() => parseEnv({ CHECK_MODEL: "judge" })).toThrow(/CHECK_MODEL needs/);
});

it("reads origins by comma or space and drops a trailing slash", () => {
  expect(
    parseEnv({ EMBED_ORIGINS: "https://a.example/, http://b.example:8080" }).embedOrigins,
  ).toEqual(["https://a.example", "http://b.example:8080"]);
});

it.each(["https://*", "https://*.clinic.example", "https://a;script-src.example"])(
  "refuses %s as an origin: it would become part of a content policy",
  (origin) => {
    expect(() => parseEnv({ EMBED_ORIGINS: origin })).toThrow(EnvError);
  },
);

it("knows the UK by both its codes and a region without numbers as OTHER", () => {
  expect(parseEnv({ REGION: "uk" }).region).toBe("GB");
  expect(parseEnv({ REGION: "gb" }).region).toBe("GB");
  expect(parseEnv({ REGION: "BR" }).region).toBe("OTHER");
});

it("accepts off for TRUST_PROXY", () => {
  expect(parseEnv({ TRUST_PROXY: "off" }).trustProxy).toBe(0);
  expect(parseEnv({ TRUST_PROXY: "2" }).trustProxy).toBe(2);
});
