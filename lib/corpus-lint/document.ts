/** What enters: a Markdown file's text. What leaves: its front matter source and its prose, headings, links and figures, each with its line. */

import type { Link, Nodes, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { slugify } from "@/lib/ingest/slug";

/** A run of prose that a reader sees as one piece. */
export interface Block {
  readonly kind: "paragraph" | "item" | "row";
  /** Plain text; a row's cells are joined by spaces, each closed as a sentence. */
  readonly text: string;
  readonly line: number;
  /** The nearest heading above, or an empty string. */
  readonly heading: string;
}

export interface Heading {
  readonly text: string;
  readonly depth: number;
  readonly line: number;
  /** The fragment that links to it. */
  readonly anchor: string;
}

export interface Reference {
  readonly kind: "link" | "figure";
  readonly target: string;
  /** Link text, or a figure's alternative text. */
  readonly text: string;
  readonly line: number;
}

export interface ParsedDocument {
  readonly file: string;
  readonly raw: string;
  /** YAML between the `---` lines, without them; undefined when there is none. */
  readonly frontMatter: string | undefined;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]);

function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "break") return "\n";
  if ("children" in node) return node.children.map((child) => plainText(child)).join("");
  return "";
}

function closed(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?:…]["')\]”’]*$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/**
 * Reads the structure of one Markdown document.
 *
 * @param file path to name in findings
 * @param raw the file's text
 * @returns its front matter source, prose blocks, headings and references; never throws on odd Markdown
 */
export function parseDocument(file: string, raw: string): ParsedDocument {
  const root: Root = parser.parse(raw);
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const references: Reference[] = [];
  const seenAnchors = new Map<string, number>();
  let frontMatter: string | undefined;
  let heading = "";

  const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

  const visit = (node: Nodes, inItem: boolean): void => {
    if (node.type === "yaml") {
      frontMatter ??= node.value;
      return;
    }
    if (node.type === "heading") {
      heading = plainText(node).trim();
      const base = slugify(heading);
      const repeats = seenAnchors.get(base) ?? 0;
      seenAnchors.set(base, repeats + 1);
      const anchor = repeats === 0 ? base : `${base}-${repeats}`;
      headings.push({ text: heading, depth: node.depth, line: lineOf(node), anchor });
    } else if (node.type === "paragraph") {
      const text = plainText(node).trim();
      if (text !== "")
        blocks.push({ kind: inItem ? "item" : "paragraph", text, line: lineOf(node), heading });
    } else if (node.type === "tableRow") {
      const text = node.children
        .map((cell) => closed(plainText(cell)))
        .filter((cell) => cell !== "")
        .join(" ");
      if (text !== "") blocks.push({ kind: "row", text, line: lineOf(node), heading });
    }
    if (node.type === "link") references.push(linkReference(node, lineOf(node)));
    if (node.type === "image")
      references.push({
        kind: "figure",
        target: node.url,
        text: node.alt ?? "",
        line: lineOf(node),
      });
    if ("children" in node) {
      for (const child of node.children) visit(child, inItem || node.type === "listItem");
    }
  };
  visit(root, false);
  return { file, raw, frontMatter, blocks, headings, references };
}

function linkReference(node: Link, line: number): Reference {
  return { kind: "link", target: node.url, text: plainText(node), line };
}
