import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { env } from "@/lib/env";
import { knownLanguage, LANGUAGE_HEADER } from "./_components/locale";
import "./globals.css";

/** `optional`: a page never moves because its font came late; the next page has it. */
const hyperlegible = localFont({
  src: [
    {
      path: "../node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2",
      weight: "400",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2",
      weight: "700",
      style: "normal",
    },
  ],
  display: "optional",
  fallback: ["system-ui", "sans-serif"],
  variable: "--font-text",
});

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#14191a" },
  ],
};

export function generateMetadata(): Metadata {
  const { siteName } = env();
  return {
    title: { default: siteName, template: `%s · ${siteName}` },
    description: "Answers from vetted documents, with the passage behind every sentence.",
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = knownLanguage((await headers()).get(LANGUAGE_HEADER)) ?? "en";
  return (
    <html lang={language} className={hyperlegible.variable}>
      <body>{children}</body>
    </html>
  );
}
