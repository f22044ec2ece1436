import Link from "next/link";
import type { ReactNode } from "react";
import type { Block, Document, Span } from "@/lib/content";
import { localPath } from "../../_components/local-path";
import type { Site } from "../../_components/site";
import styles from "./document.module.css";
import {
  firstCited,
  type Group,
  groupsOf,
  headingShift,
  overlaps,
  segmentsOf,
} from "./document-layout";

interface BodyProps {
  readonly document: Document;
  readonly cite: Span | undefined;
  readonly site: Site;
}

type Look = BodyProps & { readonly first: number | undefined };

const CITED = "cited";

function Marked({ look, at, children }: { look: Look; at: number; children: ReactNode }) {
  const isFirst = at === look.first;
  return (
    <mark id={isFirst ? CITED : undefined} tabIndex={isFirst ? -1 : undefined}>
      {children}
    </mark>
  );
}

function DocumentLink({ look, href, text }: { look: Look; href: string; text: string }) {
  if (/^https?:\/\//.test(href))
    return (
      <a href={href} rel="noopener noreferrer">
        {text}
      </a>
    );
  return (
    <Link href={localPath(`/sources/${href}`, look.site)} prefetch={false}>
      {text}
    </Link>
  );
}

function Inline({ look, block }: { look: Look; block: Block }) {
  return segmentsOf(look.document, block, look.cite).map(({ start, text, cited, href }) => {
    const shown = href ? <DocumentLink look={look} href={href} text={text} /> : text;
    if (!cited) return <span key={start}>{shown}</span>;
    return (
      <Marked key={start} look={look} at={start}>
        {shown}
      </Marked>
    );
  });
}

/** A cell's text, marked when its whole row is cited. */
function Cell({ look, block, index }: { look: Look; block: Block; index: number }) {
  const text = block.cells?.[index] ?? "";
  if (!overlaps(block, look.cite)) return text;
  return (
    <Marked look={look} at={index === 0 ? block.start : Number.NaN}>
      {text}
    </Marked>
  );
}

function TableView({ look, rows }: { look: Look; rows: readonly Block[] }) {
  const header = rows[0]?.header ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard too
    <section className={styles.table} tabIndex={0} aria-label={header.join(", ")}>
      <table>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.start}>
              {(row.cells ?? []).map((cell, index) => (
                <td key={`${header[index]} ${cell}`}>
                  <Cell look={look} block={row} index={index} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Terms({ look, terms }: { look: Look; terms: readonly Block[] }) {
  return (
    <dl className={styles.terms}>
      {terms.map((term) => (
        <div key={term.start}>
          <dt>{term.header?.[0]}</dt>
          <dd>
            <Cell look={look} block={term} index={0} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Heading({ look, block, shift }: { look: Look; block: Block; shift: number }) {
  const level = Math.min(6, Math.max(2, (block.level ?? 2) + shift));
  const Tag = `h${level}` as "h2" | "h3" | "h4" | "h5" | "h6";
  return (
    <Tag id={block.anchor}>
      <Inline look={look} block={block} />
    </Tag>
  );
}

function FigureView({ block }: { block: Block }) {
  const { figure } = block;
  if (!figure?.src) return null;
  return (
    <figure className={styles.figure}>
      {/* biome-ignore lint/performance/noImgElement: figures are small drawings of our own */}
      <img src={figure.src} alt={figure.alt} loading="lazy" />
      {figure.caption && <figcaption>{figure.caption}</figcaption>}
    </figure>
  );
}

function GroupView({ look, group, shift }: { look: Look; group: Group; shift: number }) {
  const [block] = group.blocks;
  if (!block) return null;
  switch (group.kind) {
    case "heading":
      return <Heading look={look} block={block} shift={shift} />;
    case "paragraph":
      return (
        <p>
          <Inline look={look} block={block} />
        </p>
      );
    case "list-item": {
      const items = group.blocks.map((item) => (
        <li key={item.start} value={item.ordinal}>
          <Inline look={look} block={item} />
        </li>
      ));
      return block.ordinal === undefined ? <ul>{items}</ul> : <ol>{items}</ol>;
    }
    case "table-row":
      return <TableView look={look} rows={group.blocks} />;
    case "term":
      return <Terms look={look} terms={group.blocks} />;
    case "figure":
      return <FigureView block={block} />;
  }
}

/** The text of a document, with the cited passage marked. */
export function DocumentBody({ document, cite, site }: BodyProps) {
  const look: Look = { document, cite, site, first: firstCited(document, cite) };
  const shift = headingShift(document);
  return groupsOf(document).map((group) => (
    <GroupView key={group.blocks[0]?.start} look={look} group={group} shift={shift} />
  ));
}
