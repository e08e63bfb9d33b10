// The files through which a step tells the runner something.
import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['OUTPUT', 'ENV', 'PATH', 'STEP_SUMMARY', 'STATE'];

/** Fresh files in a folder: their variables, and what was written to them. */
export function envFiles(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries(NAMES.map(name => [name, path.join(folder, name)]));
  for (const file of Object.values(files)) fs.writeFileSync(file, '');
  const read = name => fs.readFileSync(files[name], 'utf8');
  return {
    variables: Object.fromEntries(NAMES.map(name => [`GITHUB_${name}`, files[name]])),
    read: () => ({ outputs: pairs(read('OUTPUT')), env: pairs(read('ENV')), paths: read('PATH').split('\n').filter(Boolean), summary: read('STEP_SUMMARY') }),
  };
}

/** name=value, or name<<END, lines, END. Anything else fails the step, as on GitHub. */
export function pairs(content) {
  const found = {};
  const lines = content.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index].replace(/\r$/, '');
    if (line === '') continue;
    const [, name, mark, rest] = /^([^=<]*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (!name) throw new Error(`Invalid format '${line}'`);
    if (mark === '=') {
      found[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest, index + 1);
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${rest}'`);
    found[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return found;
}
