/** A PDF as a screen reader has it: its structure tree and texts from its objects, by a reader that shares nothing with what wrote it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfNode {
  readonly role: string;
  readonly alt?: string;
  /** Of everything inside. */
  readonly text: string;
  readonly children: readonly PdfNode[];
}

export interface PdfRead {
  readonly language: unknown;
  readonly title: unknown;
  readonly isMarked: boolean;
  readonly pages: number;
  /** In reading order. */
  readonly nodes: readonly PdfNode[];
  readonly bookmarks: readonly string[];
  /** Whether its metadata says PDF/UA-1. */
  readonly saysUa: boolean;
}

interface TreeNode {
  readonly role?: string;
  readonly alt?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await loading.promise;
  const { info, metadata } = await pdf.getMetadata();
  const nodes: PdfNode[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const texts = await textsOf(page);
    const tree = (await page.getStructTree()) as TreeNode | null;
    if (tree) nodes.push(nodeOf(tree, texts));
  }
  const facts = info as Record<string, unknown>;
  const read = {
    language: facts.Language,
    title: facts.Title,
    isMarked: (await pdf.getMarkInfo())?.Marked === true,
    pages: pdf.numPages,
    nodes,
    bookmarks: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
    saysUa: /pdfuaid:part[^0-9]*1/.test(JSON.stringify(metadata?.getRaw() ?? '')),
  };
  await loading.destroy();
  return read;
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** By the id of the marked content that holds it. */
async function textsOf(page: Page): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((known) => known !== undefined);
      if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? undefined);
  }
  return texts;
}

function nodeOf({ role = 'content', alt, id, children = [] }: TreeNode, texts: ReadonlyMap<string, string>): PdfNode {
  const inner = children.map((child) => nodeOf(child, texts));
  const text = id === undefined ? inner.map((node) => node.text).join(' ') : (texts.get(id) ?? '');
  return { role, ...(alt === undefined ? {} : { alt }), text: text.replace(/\s+/g, ' ').trim(), children: inner };
}

/** Every node of a role, in reading order. */
export function nodesOf(nodes: readonly PdfNode[], role: RegExp): PdfNode[] {
  return nodes.flatMap((node) => [...(role.test(node.role) ? [node] : []), ...nodesOf(node.children, role)]);
}

/** Lines break where the page ends, so that only what is not space counts. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
