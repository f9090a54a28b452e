import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { entryPointAliases } from '../scripts/entry-points.mjs';

// The page imports the package by its name and gets the source of this checkout: nothing has to be built before.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), vue()],
  resolve: { alias: entryPointAliases() },
  build: {
    outDir: '../out/examples',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: ['index.html', 'virtual-list/index.html', 'testing/index.html'].map(
        (page) => `${import.meta.dirname}/${page}`,
      ),
    },
  },
});
