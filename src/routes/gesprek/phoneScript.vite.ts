import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin, type Rolldown } from 'vite';
import { LANGUAGES, type Language } from '../../words/language.ts';

/**
 * The script of a participant's pages is built apart from that of all other pages, once for each language: it has no
 * router, no sentence in another language, and only what a phone needs of Svelte. That halves what an old phone has
 * to load. Its files lie among Kit's; `virtual:phone-script` tells the pages where.
 */
export function phoneScript(): Plugin {
  let built: Promise<readonly Built[]> | undefined;
  const scripts = () => (built ??= Promise.all(LANGUAGES.map(bundle)));
  let serving = false;
  return {
    name: 'samenspraak:phone-script',
    configResolved({ command }) {
      serving = command === 'serve';
    },
    resolveId: {
      filter: { id: /^virtual:phone-script$/ },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:phone-script$/ },
      handler: async () => `export default ${JSON.stringify(serving ? whileDeveloping() : filesIn(await scripts()))};`,
    },
    async generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const { chunks } of await scripts()) {
        for (const { fileName, code } of chunks) this.emitFile({ type: 'asset', fileName, source: code });
      }
    },
  };
}

interface Built {
  readonly language: Language;
  readonly chunks: readonly Rolldown.OutputChunk[];
}

const SEAT = 'src/routes/gesprek/[conversation]/[seat]';
const ENTRY = `${SEAT}/client.ts`;
/** Reads the key of a QR; a page of its own, and not much more than nothing. */
const JOIN = 'src/routes/doe-mee/fragment.ts';
/** What nearly every first page needs lies in one file: many small ones are larger together. */
const FIRST = [ENTRY, `${SEAT}/Screen.svelte`, 'src/inputs/card/phone.svelte'];

async function bundle(language: Language): Promise<Built> {
  const names = `_app/immutable/phone/${language}/[name].[hash].js`;
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [onlyIn(language), svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: {
      write: false,
      modulePreload: false,
      // The styles come with the page; here they are left out.
      cssCodeSplit: false,
      rolldownOptions: {
        input: { phone: ENTRY, join: JOIN },
        output: { entryFileNames: names, chunkFileNames: names, codeSplitting: { groups: [firstGroup()] } },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs.flatMap((each) => ('output' in each ? each.output : [])).filter((file) => file.type === 'chunk');
  return { language, chunks };
}

/** Leaves the sentences of all other languages out. */
function onlyIn(language: Language): Plugin {
  const asked = 'experimentalStaticLocale ?? options.locale ?? getLocale()';
  return {
    name: 'samenspraak:one-language',
    transform: {
      filter: { id: /words\/compiled\/messages\/(?!_index)/ },
      handler(code) {
        if (!code.includes(asked)) return this.error('The compiled words have changed: see how they choose their language now.');
        return code.replaceAll(asked, JSON.stringify(language));
      },
    },
  };
}

function firstGroup(): Rolldown.CodeSplittingGroup {
  let first: ReadonlySet<string> | undefined;
  return {
    debugName: 'first',
    name(id, chunking) {
      first ??= reachedFrom(
        FIRST.map((file) => `${process.cwd()}/${file}`),
        chunking,
      );
      return first.has(id) ? 'first' : null;
    },
  };
}

function reachedFrom(roots: readonly string[], chunking: Rolldown.ChunkingContext): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(chunking.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}

/** What the pages are told: where it begins, and what comes with each module that is loaded later. */
interface PhoneFiles {
  readonly src: string;
  readonly join: string;
  readonly files: { readonly [module: string]: readonly string[] };
}

function filesIn(scripts: readonly Built[]): { readonly [language: string]: PhoneFiles } {
  return Object.fromEntries(
    scripts.map(({ language, chunks }) => {
      const named = chunks.flatMap((chunk) =>
        chunk.facadeModuleId ? [[chunk.facadeModuleId.split('/src/')[1] ?? '', withImports(chunk, chunks)] as const] : [],
      );
      const begin = (name: string) => `/${chunks.find((chunk) => chunk.isEntry && chunk.name === name)?.fileName}`;
      return [language, { src: begin('phone'), join: begin('join'), files: Object.fromEntries(named) }];
    }),
  );
}

function whileDeveloping(): { readonly [language: string]: PhoneFiles } {
  return Object.fromEntries(LANGUAGES.map((language) => [language, { src: `/${ENTRY}`, join: `/${JOIN}`, files: {} }]));
}

function withImports(chunk: Rolldown.OutputChunk, all: readonly Rolldown.OutputChunk[]): string[] {
  const imported = all.filter((each) => chunk.imports.includes(each.fileName) && each !== chunk);
  return [`/${chunk.fileName}`, ...imported.map((each) => `/${each.fileName}`)];
}
