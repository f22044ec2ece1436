/** Small files of each format, made in memory so that the repository holds no binaries. */
import { strToU8, zipSync } from "fflate";

export interface Words {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly bold?: boolean;
  /** PDF operators before the words: a colour, a box. */
  readonly paint?: string;
}

/** A PDF with Helvetica text at given places, one array of words a page. */
export function makePdf(pages: readonly (readonly Words[])[], encrypted = false): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(" ");
  objects.push(
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...["Helvetica", "Helvetica-Bold"].map(
      (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`,
    ),
  );
  for (const [i, words] of pages.entries()) {
    const stream = words
      .map(
        ({ x, y, size, text, bold, paint = "0 g" }) =>
          `${paint} BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/gu, "\\$&")}) Tj ET`,
      )
      .join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + i * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  if (encrypted)
    objects.push(
      `<< /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4 >>`,
    );
  const security = encrypted
    ? ` /Encrypt ${objects.length} 0 R /ID [<${"01".repeat(16)}> <${"01".repeat(16)}>]`
    : "";
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const xref = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${security} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(body, (character) => character.charCodeAt(0));
}

/** Lines of a column from the top down, wrapped by hand. */
export function column(
  lines: readonly string[],
  x: number,
  top: number,
  size = 10,
  leading = 12,
): Words[] {
  return lines
    .map((text, i) => ({ x, y: top - i * leading, size, text }))
    .filter(({ text }) => text !== "");
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A Word file whose body is the given WordprocessingML. */
export function makeDocx(body: string, title = ""): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const styles = ["Heading1", "Heading2"]
    .map(
      (id, i) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${i + 1}"/></w:style>`,
    )
    .join("");
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${rel}/numbering" Target="numbering.xml"/></Relationships>`,
    ),
    "word/styles.xml": strToU8(`${XML}<w:styles ${w}>${styles}</w:styles>`),
    "word/numbering.xml": strToU8(`${XML}<w:numbering ${w}>${numbering}</w:numbering>`),
    "docProps/core.xml": strToU8(
      `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
    ),
    "word/document.xml": strToU8(`${XML}<w:document ${w}><w:body>${body}</w:body></w:document>`),
  });
}

export const wordParagraph = (text: string, style = "", run = "") =>
  `<w:p>${style ? `<w:pPr>${style}</w:pPr>` : ""}<w:r>${run ? `<w:rPr>${run}</w:rPr>` : ""}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** An OpenDocument text whose body is the given XML. */
export function makeOdt(body: string, styles = ""): Uint8Array {
  const content = `${XML}<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(content),
    "meta.xml": strToU8(
      "<office:document-meta><office:meta><dc:title>Warts</dc:title></office:meta></office:document-meta>",
    ),
  });
}

/** An EPUB of chapters, listed in the package in another order than they are read in. */
export function makeEpub(chapters: readonly string[]): Uint8Array {
  const items = chapters
    .map((_, i) => `<item id="c${i}" href="text/c${i}.xhtml" media-type="application/xhtml+xml"/>`)
    .reverse()
    .join("");
  const spine = chapters.map((_, i) => `<itemref idref="c${i}"/>`).join("");
  return zipSync({
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    ),
    "OEBPS/book.opf": strToU8(
      `<package><metadata><dc:title>Moles and skin</dc:title><dc:language>en-US</dc:language><dc:rights>CC BY 4.0</dc:rights></metadata><manifest>${items}<item id="nav" properties="nav" href="nav.xhtml"/></manifest><spine><itemref idref="nav"/>${spine}</spine></package>`,
    ),
    "OEBPS/nav.xhtml": strToU8("<html><body><nav><ol><li>One</li></ol></nav></body></html>"),
    ...Object.fromEntries(
      chapters.map((chapter, i) => [
        `OEBPS/text/c${i}.xhtml`,
        strToU8(
          `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${chapter}</body></html>`,
        ),
      ]),
    ),
  });
}
