import type { Language } from '#conversation/words.ts';
import {
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
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
  /** That it was looked through, and by how many. */
  readonly checked?: string;
}

/** A .docx on A4, with real headings, so that it can be gone through by them. */
export async function wordDocument({ language, address, mark, warning, checked, ...said }: WordParts): Promise<Uint8Array<ArrayBuffer>> {
  const title = inXml(said.title);
  const document = new Document({
    title,
    creator: 'Samenspraak',
    styles: stylesIn(language),
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
          new Paragraph({ text: inXml(said.eyebrow) }),
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...(warning === null ? [] : [new Paragraph({ children: [new TextRun({ text: warning, bold: true })] })]),
          ...(checked === undefined ? [] : [new Paragraph({ text: checked })]),
          ...htmlToContent(lean(inXml(said.body)), { baseUrl: address, stylesheet: ON_PAPER, styleMap: STYLE_OF }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Without signs that no XML may hold: one of them, kept long ago, and Word opens nothing. */
function inXml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** Without what only a browser makes something of: reading a report of a full hall takes a third less. */
function lean(html: string): string {
  return html.replaceAll(/<!--.*?-->| class="svelte-\w+"| dir="auto"/g, '').replaceAll(/ svelte-\w+(?=")/g, '');
}

/** Styles with a name, so that whoever works on can change them all at once. */
function stylesIn(language: Language): IStylesOptions {
  const heading = (size: number, before: number, color: string) => ({
    run: { size, bold: true, color },
    paragraph: { keepNext: true, spacing: { before, after: 80 } },
  });
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, language: { value: LOCALES[language] } },
        paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 160, line: 240, lineRule: LineRuleType.AUTO } } },
      heading2: heading(32, 360, ACCENT),
      heading3: heading(26, 280, INK),
      heading4: heading(22, 200, SOFT),
      hyperlink: { run: { color: INK, underline: { type: 'none' } } },
    },
    paragraphStyles: [
      style('Above', { size: 18, color: SOFT }, { keepNext: true, spacing: { before: 80, after: 20 } }),
      style('Card', { font: 'Cambria', size: 23 }, { keepLines: true, spacing: { before: 100, after: 60 } }),
      style('Field', { size: 20 }, { indent: { left: 240 }, spacing: { after: 20 } }),
      style('Small', { size: 19, color: SOFT }, {}),
    ],
  };
}

function style(name: string, run: IRunStylePropertiesOptions, paragraph: IParagraphStylePropertiesOptions) {
  return { id: name, name, basedOn: 'Normal', run, paragraph };
}

const LOCALES: { readonly [language in Language]: string } = { nl: 'nl-NL', en: 'en-GB' };
/** In twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 } as const;
const INK = '24323A';
const SOFT = '55636B';
const ACCENT = '0F6468';
/** By what stands in the page. */
const STYLE_OF = {
  '.eyebrow': 'Above',
  dt: 'Above',
  '.words': 'Card',
  'li.voice': 'Card',
  'p.voice': 'Card',
  '.question': 'Card',
  'article dl > div': 'Field',
  '.small': 'Small',
  '.shortened': 'Small',
} as const;
/** Ways through a page, the numbers of its points, and pictures that stand beside equal text, are left out. */
const ON_PAPER = `
  nav, svg, .number { display: none }
  dt, dd { margin: 0 }
  article dl > div { margin: 0 0 0 12pt }
  article dt, article dd { display: inline; font-size: 10pt }
  article dd.voice { display: block }
  article dt { color: #55636b }
  th { text-align: left }
  tbody th { font-weight: normal }
  .title { font-weight: bold }
  .owner + .owner { break-before: page }
`;
