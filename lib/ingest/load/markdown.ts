/** A Markdown file's text in; its front matter and raw blocks, or why it is refused, out. */
import type { Definition, List, Nodes, PhrasingContent, Root, RootContent, Table } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { rowSentence } from "@/lib/ingest/clean/row-sentence";
import { checkFrontMatter } from "@/lib/ingest/front-matter";
import { type LoadOutcome, type RawBlock, type Removed, refused } from "@/lib/ingest/load/loaded";
import { slugify } from "@/lib/ingest/slug";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]);

type Link = { start: number; end: number; href: string };

interface Found {
  readonly blocks: RawBlock[];
  readonly removed: Removed[];
  readonly references: string[];
}

/** @param text decoded content, front matter included */
export function loadMarkdown(origin: string, text: string, contentHash: string): LoadOutcome {
  const tree: Root = parser.parse(text.replace(/\r\n?/gu, "\n"));
  const [first] = tree.children;
  if (first?.type !== "yaml")
    return refused(
      origin,
      "front matter: missing; start the file with the fields between two lines of ---",
    );
  const checked = checkFrontMatter(first.value);
  if (!checked.ok) return refused(origin, checked.problems.join(" · "));
  const found: Found = { blocks: [], removed: [], references: [] };
  const definitions = new Map<string, string>();
  for (const node of tree.children)
    if (node.type === "definition") definitions.set(definitionKey(node), node.url);
  for (const node of tree.children) collect(node, found, definitions);
  return {
    kind: "loaded",
    origin,
    format: "markdown",
    contentHash,
    stated: checked.fields,
    hints: {},
    ...found,
  };
}

const definitionKey = (node: Pick<Definition, "identifier">) => node.identifier.toLowerCase();
const lineOf = (node: Nodes) => node.position?.start.line ?? 1;

function collect(node: RootContent, found: Found, definitions: ReadonlyMap<string, string>): void {
  const line = lineOf(node);
  switch (node.type) {
    case "heading":
      found.blocks.push({
        kind: "heading",
        level: node.depth,
        line,
        ...inline(node.children, definitions),
      });
      return;
    case "paragraph": {
      const [only] = node.children;
      if (only?.type === "image" && node.children.length === 1) {
        const block = figure(only.url, only.alt ?? "", only.title ?? "", line);
        if (block) found.blocks.push(block);
        return;
      }
      found.blocks.push({ kind: "paragraph", line, ...inline(node.children, definitions) });
      return;
    }
    case "list":
      collectList(node, found, definitions);
      return;
    case "table":
      collectTable(node, found, definitions);
      return;
    case "blockquote":
      for (const child of node.children) collect(child, found, definitions);
      return;
    case "code":
      found.blocks.push({ kind: "paragraph", line, text: node.value });
      return;
    case "html":
      found.removed.push({
        reason: /^<!--/u.test(node.value) ? "hidden text" : "raw markup",
        text: node.value,
        line,
      });
      return;
    case "footnoteDefinition":
      for (const child of node.children)
        if (child.type === "paragraph")
          found.references.push(inline(child.children, definitions).text);
      return;
    default:
      return;
  }
}

function collectList(list: List, found: Found, definitions: ReadonlyMap<string, string>): void {
  let ordinal = list.start ?? 1;
  for (const item of list.children) {
    let isFirst = true;
    for (const child of item.children) {
      if (child.type === "paragraph" && isFirst) {
        const numbered = list.ordered ? { ordinal } : {};
        found.blocks.push({
          kind: "list-item",
          line: lineOf(child),
          ...numbered,
          ...inline(child.children, definitions),
        });
      } else collect(child, found, definitions);
      isFirst = false;
    }
    ordinal += 1;
  }
}

function collectTable(table: Table, found: Found, definitions: ReadonlyMap<string, string>): void {
  const [head, ...rows] = table.children.map((row) => ({
    line: lineOf(row),
    cells: row.children.map((cell) => inline(cell.children, definitions).text),
  }));
  const header = head?.cells ?? [];
  for (const { line, cells } of rows)
    found.blocks.push({ kind: "table-row", line, text: rowSentence(header, cells), header, cells });
}

/** `figures/x.svg` beside the file is served as `/figures/x.svg`; anything else is not shown. */
function figure(url: string, alt: string, caption: string, line: number): RawBlock | null {
  const text = caption || alt;
  if (text.trim() === "") return null;
  const file = /^(?:\.\.?\/)*figures\/([\p{L}\p{N}._-]+)$/u.exec(decodeURI(url))?.[1] ?? null;
  const id = slugify((file ?? text).replace(/\.[a-z]+$/u, ""));
  return {
    kind: "figure",
    line,
    text,
    figure: { id, src: file ? `/figures/${file}` : null, alt, caption },
  };
}

/** Text of inline nodes with the links it holds; emphasis and code keep only their words. */
function inline(
  nodes: readonly PhrasingContent[],
  definitions: ReadonlyMap<string, string>,
): { text: string; links?: Link[] } {
  let text = "";
  const links: Link[] = [];
  const walk = (children: readonly PhrasingContent[]) => {
    for (const node of children) {
      if (node.type === "text" || node.type === "inlineCode")
        text += node.value.replace(/\s+/gu, " ");
      else if (node.type === "break") text += " ";
      else if (node.type === "link" || node.type === "linkReference") {
        const start = text.length;
        walk(node.children);
        const url = node.type === "link" ? node.url : (definitions.get(definitionKey(node)) ?? "");
        const href = linkTarget(url);
        if (href && text.length > start) links.push({ start, end: text.length, href });
      } else if ("children" in node) walk(node.children);
    }
  };
  walk(nodes);
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const moved = links.map((link) => ({
    ...link,
    start: link.start - lead,
    end: Math.min(link.end - lead, trimmed.length),
  }));
  return moved.length > 0 ? { text: trimmed, links: moved } : { text: trimmed };
}

/** `other.md#part` becomes `other#part`; web addresses stay; anything else leads nowhere. */
function linkTarget(url: string): string | null {
  if (/^https?:\/\//u.test(url)) return url;
  const local = /^(?:[\p{L}\p{N}._-]+\/|\.\.?\/)*([\p{L}\p{N}_-]+)\.md(#[\p{L}\p{N}_-]+)?$/u.exec(
    url,
  );
  if (local) return `${local[1]}${local[2] ?? ""}`;
  return /^#[\p{L}\p{N}_-]+$/u.test(url) ? url : null;
}
