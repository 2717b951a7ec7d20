import type { Language } from '#conversation/words.ts';
import { Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { htmlToContent } from 'docx/html';

export interface WordParts {
  readonly title: string;
  readonly eyebrow: string;
  /** The report as the page draws it. */
  readonly body: string;
  readonly language: Language;
  /** Where the report stands; its links lead there. */
  readonly address: string;
  /** On every page, when this was no real conversation. */
  readonly mark: string | null;
  readonly warning: string | null;
}

/** A .docx on A4, with real headings, so that it can be gone through by them. */
export async function wordDocument({
  title,
  eyebrow,
  body,
  language,
  address,
  mark,
  warning,
}: WordParts): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: 'Samenspraak',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: LOCALES[language] } },
          paragraph: { spacing: { after: 120, line: 276 } },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: A4 } },
        headers:
          mark === null
            ? {}
            : { default: new Header({ children: [new Paragraph({ children: [new TextRun({ text: mark, bold: true })] })] }) },
        footers: {
          default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: [title, ' · ', PageNumber.CURRENT] })] })] }),
        },
        children: [
          new Paragraph({ text: eyebrow }),
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...(warning === null ? [] : [new Paragraph({ children: [new TextRun({ text: warning, bold: true })] })]),
          ...htmlToContent(body, { baseUrl: address, stylesheet: ON_PAPER }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const LOCALES: { readonly [language in Language]: string } = { nl: 'nl-NL', en: 'en-GB' };
/** In twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 } as const;
/** Ways through a page, the numbers of its points, and pictures that stand beside equal text, are left out. */
const ON_PAPER = `
  nav, svg, .number { display: none }
  dt { font-weight: bold; margin-bottom: 0 }
  .eyebrow { font-size: 9pt; color: #555555; margin-bottom: 0 }
  .small { font-size: 9pt; color: #555555 }
`;
