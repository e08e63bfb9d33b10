// GitLab's own schema of .gitlab-ci.yml, which gitlab-ci-local carries inside its bundle.
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';

const MARK = '$id:"https://gitlab.com/.gitlab-ci.yml"';

function readSchema() {
  const text = fs.readFileSync(createRequire(import.meta.url).resolve('gitlab-ci-local/dist/index.js'), 'utf8');
  const start = text.lastIndexOf('{', text.indexOf(MARK));
  if (start < 0) throw new Error('gitlab-ci-local no longer carries the schema where it did');
  return vm.runInNewContext(`(${text.slice(start, endOfObject(text, start))})`);
}

// Behind the brace that closes the object; braces in strings do not count.
function endOfObject(text, start) {
  let depth = 0;
  let quote = null;
  for (let index = start; index < text.length; index++) {
    const letter = text[index];
    if (quote) {
      if (letter === '\\') index++;
      else if (letter === quote) quote = null;
    } else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return index + 1;
  }
  throw new Error('the schema in gitlab-ci-local has no end');
}

/** A compiled check of one parsed file; its `errors` say what is wrong. */
export function schemaCheck() {
  const ajv = addFormats(new Ajv({ allErrors: true, strict: false, allowUnionTypes: true }));
  return ajv.compile(JSON.parse(JSON.stringify(readSchema())));
}
