import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { phoneScript } from './src/routes/gesprek/phoneScript.vite.ts';
import { wordsOptions } from './src/words/compile.ts';

export default defineConfig(({ command }) => ({
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: files() } } } } } },
  plugins: [
    announcerByClass(),
    phoneScript(),
    // For a build the words are compiled beforehand, once for the pages and for plain Node.
    command === 'serve' && paraglideVitePlugin(wordsOptions),
    sveltekit({
      adapter: adapter({ out: process.env['PAGES_FOLDER'] ?? 'build/pages', envPrefix: 'SAMENSPRAAK_PAGES_' }),
      compilerOptions: { runes: true },
      // Everything a page needs comes from this site; 'nonce' is for the one script that starts a page.
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
          'object-src': ['none'],
        },
      },
    }),
  ],
}));

/**
 * A file for each component would be forty requests for the first page of a phone, and a hundred for a console. So the
 * styles of all components lie in one file, those that only a facilitator or the wall needs in another, and scripts that
 * many pages share lie together. (The script of a participant's pages is built by itself.) Plain stylesheets of a route
 * stay apart: what they say of paper holds for that route alone.
 */
function files(): Rolldown.CodeSplittingGroup[] {
  return [
    { name: 'leading', test: /src\/routes\/(leiden|zaal)\/.*\.svelte\?.*lang\.css/ },
    { name: 'styles', test: /(node_modules|src\/parts)\/.*\.css|\.svelte\?.*lang\.css/ },
    { name: 'common', test: /(node_modules|src\/(?!routes)[^/]+)\/.*\.(svelte|ts|js)$/, minShareCount: 6 },
  ];
}

/** Kit hides its announcer by a style attribute, which the policy blocks; the same rules as a stylesheet pass. */
function announcerByClass(): Plugin {
  return {
    name: 'samenspraak:announcer-by-class',
    enforce: 'pre',
    transform: {
      filter: { id: /kit\/src\/runtime\/components\/root\.svelte$/ },
      handler(code) {
        const style = /\sstyle="([^"]+)"/.exec(code);
        if (!style) return this.error('The announcer has changed: see whether it still needs this plugin.');
        return `${code.replace(style[0], '')}\n<style>#svelte-announcer { ${style[1]} }</style>\n`;
      },
    },
  };
}
