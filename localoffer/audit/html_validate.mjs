// html-validate over many pages. Its own command reads, merges and compiles its settings again for each page: a quarter of its time.
//
// In: html-validate's package.json, its settings, the file for the result, pages. Out: that file, as its own JSON format has it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [program, settings, result, ...pages] = process.argv.slice(2);
const { HtmlValidate, StaticConfigLoader } = await import(pathToFileURL(createRequire(program).resolve('html-validate')));

class ReadOnce extends StaticConfigLoader {
  getConfigFor(...asked) {
    this.kept ??= super.getConfigFor(...asked);
    return this.kept;
  }
}

const checker = new HtmlValidate(new ReadOnce(JSON.parse(readFileSync(settings, 'utf8'))));
const found = [];
for (const page of pages) found.push(...(await checker.validateFile(page)).results);
writeFileSync(result, JSON.stringify(found));
