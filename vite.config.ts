import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { phoneScript } from './src/routes/gesprek/phoneScript.vite.ts';
import { wordsOptions } from './src/words/compile.ts';

export default defineConfig(({ command }) => ({
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: stylesheets() } } } } } },
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
 * The styles of all components in one file, and those that only a facilitator or the wall needs in another. One file for
 * each component would be forty requests for the first page of a phone. Plain stylesheets of a route stay by themselves:
 * what they say of paper holds for that route alone.
 */
function stylesheets(): Rolldown.CodeSplittingGroup[] {
  return [
    { name: 'leading', test: /src\/routes\/(leiden|zaal)\/.*\.svelte\?.*lang\.css/ },
    { name: 'styles', test: /(node_modules|src\/parts)\/.*\.css|\.svelte\?.*lang\.css/ },
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
