import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { wordsOptions } from './src/words/compile.ts';

export default defineConfig(({ command }) => ({
  plugins: [
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
