// Parses every mermaid block of the pages in docs/ with the real mermaid: see docs/long-tests.md for how to run it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';

// Packages are taken from the folder in which the script is started, not from beside it.
const require = createRequire(join(process.cwd(), 'package.json'));
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<body></body>');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(require.resolve('mermaid').replace(/mermaid\.core\.mjs$|mermaid\.js$/, 'mermaid.core.mjs'));

const docs = dirname(fileURLToPath(import.meta.url));
let parsed = 0;
for (const entry of readdirSync(docs, { recursive: true }).filter(name => String(name).endsWith('.md'))) {
  for (const [, block] of readFileSync(join(docs, entry), 'utf8').matchAll(/```mermaid\n([\s\S]*?)```/g)) {
    const { diagramType } = await mermaid.parse(block);
    console.log(`${entry}: ${diagramType}`);
    parsed++;
  }
}

if (parsed === 0)
  throw new Error('No page has a diagram.');
